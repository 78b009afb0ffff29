// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/throughput/latency.hpp"

#include "bench/support/work_folder.hpp"
#include "bench/throughput/fts5.hpp"
#include "bench/throughput/mixed_queries.hpp"
#include "bench/throughput/news_programs.hpp"
#include "bench/throughput/progress.hpp"
#include "news/base/error.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

namespace news::bench {

namespace fs = std::filesystem;

namespace {

/// Makes news-search rank by the words alone and look for no copies, as FTS5 does.
const std::vector<std::string> words_only = {"--rank", "bm25", "--duplicates", "show"};

/// What a program took in all turns.
struct Times {
  std::vector<std::vector<double>> query_ms;  ///< by queries and turns
  std::vector<double> cpu_seconds;            ///< by turns
};

/// The collection several times over, in both indexes.
class Indexes {
 public:
  Indexes(const Corpus& reuters, unsigned copies, const fs::path& work)
      : folder_(work / "latency") {
    make_empty(folder_ / "fts5");
    say(fmt::format("writing {} copies of {}", copies, reuters.name));
    const fs::path source = folder_ / "copies";
    write_reuters_copies(reuters.folder, copies, source);
    say("building the indexes to ask");
    measure_news_index({.index = index(), .source = source}, copies * reuters.text.documents);
    measure_in_child("reading " + source.string(), log(),
                     [&] { write_rows(source, folder_ / "rows"); });
    if (has_fts5()) {
      measure_in_child("fts5", log(), [this] { build_fts5(folder_ / "rows", database()); });
      warm_up(database().parent_path());
    }
    warm_up(index());
  }

  static bool has_fts5() { return !sqlite_version().empty(); }

  Answers ask_news_search(const std::vector<Query>& queries,
                          const std::vector<std::string>& options) const {
    std::vector<std::string> questions;
    for (const Query& query : queries) questions.push_back(query.news);
    return bench::ask_news_search(index(), questions, options, folder_);
  }

  /// 0 for queries that FTS5 has no form of.
  Answers ask_fts5(const std::vector<Query>& queries) const {
    std::vector<std::string> questions;
    for (const Query& query : queries) questions.push_back(query.fts5);
    const fs::path times = folder_ / "times";
    const Measured measured = measure_in_child("fts5", log(), [&] {
      std::ofstream file(times);
      for (const double seconds : seconds_of_fts5(database(), questions)) file << seconds << '\n';
    });
    std::ifstream file(times);
    return {.seconds = {std::istream_iterator<double>(file), {}},
            .cpu_seconds = measured.cpu_seconds};
  }

 private:
  fs::path index() const { return folder_ / "index"; }
  fs::path database() const { return folder_ / "fts5" / "articles.db"; }
  fs::path log() const { return folder_ / "log"; }

  fs::path folder_;
};

void add(const Answers& turn, Times& times) {
  if (turn.seconds.size() != times.query_ms.size()) {
    throw Error("latency", fmt::format("{} of {} queries were answered", turn.seconds.size(),
                                       times.query_ms.size()));
  }
  constexpr double ms = 1e3;
  for (std::size_t i = 0; i < turn.seconds.size(); ++i) {
    times.query_ms[i].push_back(ms * turn.seconds[i]);
  }
  times.cpu_seconds.push_back(turn.cpu_seconds);
}

/// The distribution of the median times of the wanted queries.
Percentiles percentiles_where(const std::vector<bool>& wanted, const Times& times) {
  std::vector<double> medians;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const auto& turns = times.query_ms[i];
    if (wanted[i] && !turns.empty()) medians.push_back(spread_of(turns).median);
  }
  return percentiles_of(std::move(medians));
}

std::vector<std::string> kinds_of(const std::vector<Query>& queries) {
  std::vector<std::string> kinds;
  for (const Query& query : queries) {
    if (std::find(kinds.begin(), kinds.end(), query.kind) == kinds.end()) {
      kinds.push_back(query.kind);
    }
  }
  return kinds;
}

/// All that was asked.
struct Contestants {
  Times news_search;
  Times words_only;
  Times fts5;
};

/// The rows of the table, of what the programs took for the queries.
std::vector<LatencyFigures> rows_of(const std::vector<Query>& queries, const Contestants& times) {
  std::vector<LatencyFigures> rows;
  const auto add_row = [&](const std::string& name, const auto& wants) {
    std::vector<bool> wanted;
    for (const Query& query : queries) wanted.push_back(wants(query));
    rows.push_back(
        {.kind = name,
         .queries = static_cast<std::size_t>(std::count(wanted.begin(), wanted.end(), true)),
         .news_search_ms = percentiles_where(wanted, times.news_search),
         .words_only_ms = percentiles_where(wanted, times.words_only),
         .fts5_ms = percentiles_where(wanted, times.fts5)});
  };
  add_row("all that both answer", [](const Query& query) { return !query.fts5.empty(); });
  for (const std::string& kind : kinds_of(queries)) {
    add_row(kind, [&kind](const Query& query) { return query.kind == kind; });
  }
  return rows;
}

}  // namespace

Latency measure_latency(const Corpus& reuters, const LatencyRun& run, const fs::path& work) {
  const Indexes indexes(reuters, run.copies, work);
  const std::vector<Query> queries = draw_queries(reuters.rows, run.queries);
  const Times none{.query_ms = std::vector<std::vector<double>>(queries.size()), .cpu_seconds = {}};
  Contestants times{.news_search = none, .words_only = none, .fts5 = none};
  for (std::size_t turn = 0; turn < run.repeat; ++turn) {
    say(fmt::format("latency: asking {} queries, turn {}", queries.size(), turn + 1));
    add(indexes.ask_news_search(queries, {}), times.news_search);
    add(indexes.ask_news_search(queries, words_only), times.words_only);
    if (Indexes::has_fts5()) add(indexes.ask_fts5(queries), times.fts5);
  }
  Latency latency{.rows = rows_of(queries, times), .comparisons = {}};
  if (Indexes::has_fts5()) {
    latency.comparisons.push_back(
        {.what = fmt::format("processor time, {} mixed queries", queries.size()),
         .value = spread_of(times.news_search.cpu_seconds).median,
         .base_name = "FTS5, those it can answer",
         .base = spread_of(times.fts5.cpu_seconds).median,
         .unit = "s"});
  }
  return latency;
}

}  // namespace news::bench
