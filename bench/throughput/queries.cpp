// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/throughput/queries.hpp"

#include "bench/support/work_folder.hpp"
#include "bench/throughput/contestants.hpp"
#include "bench/throughput/fts5.hpp"
#include "bench/throughput/news_programs.hpp"
#include "bench/throughput/progress.hpp"
#include "bench/throughput/race.hpp"

#include <optional>

#include <fmt/format.h>

namespace news::bench {

namespace fs = std::filesystem;

namespace {

/// What a contestant built of the corpus; built now if it is not there.
fs::path index_of(const Contestant& contestant, const Corpus& corpus, const fs::path& work) {
  const fs::path folder = folder_of(work, corpus.name, contestant.name);
  if (!fs::exists(folder / contestant.index)) {
    say(fmt::format("{}: building the index of {}", contestant.name, corpus.name));
    make_empty(folder);
    contestant.build(corpus, folder);
  }
  return folder / contestant.index;
}

/// The indexes to ask.
struct Indexes {
  fs::path news;
  std::optional<fs::path> fts5;
};

Indexes find_indexes(const Corpus& corpus, const fs::path& work) {
  Indexes indexes;
  for (const Contestant& contestant : contestants()) {
    if (contestant.name == reference_contestant) indexes.news = index_of(contestant, corpus, work);
    if (contestant.name != fts5_contestant) continue;
    if (!contestant.missing.empty() || !is_installed("sqlite3")) {
      say("queries: FTS5 is skipped; it needs the packages sqlite3 and libsqlite3-dev");
    } else {
      indexes.fts5 = index_of(contestant, corpus, work);
    }
  }
  return indexes;
}

QueryFigures ask(const Query& query, const Indexes& indexes, std::size_t repeat,
                 const fs::path& log) {
  const bool ask_fts5 = indexes.fts5 && !query.fts5.empty();
  std::vector<double> news_ms;
  std::vector<double> fts5_ms;
  for (std::size_t i = 0; i < repeat; ++i) {
    news_ms.push_back(1e3 * measure(news_search_command(indexes.news, query.news, log)).seconds);
    if (!ask_fts5) continue;
    const Command command{.words = {"sqlite3", "-readonly", indexes.fts5->string(),
                                    fts5_select("'" + query.fts5 + "'")},
                          .log = log};
    fts5_ms.push_back(1e3 * measure(command).seconds);
  }
  return {.query = query.news,
          .kind = query.kind,
          .news_search_ms = spread_of(news_ms).median,
          .fts5_ms = spread_of(fts5_ms).median};
}

}  // namespace

const std::vector<Query>& queries() {
  static const std::vector<Query> all = {
      {"rare word", "tungsten", "tungsten"},
      {"word", "cocoa", "cocoa"},
      {"word", "unemployment", "unemployment"},
      {"common word", "bank", "bank"},
      {"very common word", "said", "said"},
      {"two words", "coffee quotas", "coffee OR quotas"},
      {"three words", "japan trade surplus", "japan OR trade OR surplus"},
      {"four words", "opec crude oil prices", "opec OR crude OR oil OR prices"},
      {"common words", "company shares quarter profit", "company OR shares OR quarter OR profit"},
      {"question", "how will the federal reserve change its discount rate",
       "how OR will OR the OR federal OR reserve OR change OR its OR discount OR rate"},
      {"all words", "wheat AND export AND subsidies", "wheat AND export AND subsidies"},
      {"without", "oil -opec", "oil NOT opec"},
      {"either", "gold OR silver OR platinum", "gold OR silver OR platinum"},
      {"phrase", "\"prime minister\"", "\"prime minister\""},
      {"rare phrase", "\"balance of payments deficit\"", "\"balance of payments deficit\""},
      {"phrase and word", "\"house of representatives\" tariff",
       "\"house of representatives\" OR tariff"},
      {"near", "merger NEAR/5 agreement", "NEAR(merger agreement, 5)"},
      {"prefix", "agricult*", "agricult*"},
      {"title", "title:coffee", "title : coffee"},
      {"title and word", "title:dividend record", "(title : dividend) AND record"},
      {"topic", "topic:cocoa prices", ""},
      {"month", "dollar date:1987-03", ""},
      {"day", "date:1987-04-07", ""},
  };
  return all;
}

std::vector<QueryFigures> measure_queries(const Corpus& corpus, std::size_t repeat,
                                          const fs::path& work) {
  const Indexes indexes = find_indexes(corpus, work);
  std::vector<QueryFigures> figures;
  for (const Query& query : queries()) {
    figures.push_back(ask(query, indexes, repeat, work / "query.log"));
  }
  return figures;
}

}  // namespace news::bench
