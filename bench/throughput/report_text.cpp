// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/support/table.hpp"
#include "bench/throughput/contestants.hpp"
#include "bench/throughput/report.hpp"
#include "news/cli/figures.hpp"

#include <fmt/format.h>

namespace news::bench {

namespace {

std::string megabytes(std::uint64_t bytes) { return figure(static_cast<double>(bytes) / 1e6, 1); }

/// The reference's rate and size by those of an entry; empty beside itself.
std::vector<std::string> ratios(const CorpusFigures& figures, const ContestantFigures& entry) {
  const ContestantFigures* reference = find_contestant(figures, reference_contestant);
  if (reference == nullptr || reference == &entry) return {};
  return {figure(ratio_of(entry.seconds.median, reference->seconds.median), 2),
          figure(ratio_of(static_cast<double>(reference->index_bytes),
                          static_cast<double>(entry.index_bytes)),
                 2)};
}

double median_ms(const std::vector<QueryFigures>& queries, double QueryFigures::*figure_of) {
  std::vector<double> values;
  for (const QueryFigures& query : queries) {
    if (query.fts5_ms > 0) values.push_back(query.*figure_of);
  }
  return spread_of(values).median;
}

}  // namespace

std::string machine_text(const Machine& machine, std::size_t repeat) {
  std::string text =
      fmt::format("{}, {} cores, {}, {}, {}, Xapian {}", machine.processor, machine.cores,
                  readable_bytes(static_cast<double>(machine.memory_bytes)), machine.kernel,
                  machine.compiler, machine.xapian);
  if (!machine.sqlite.empty()) text += ", SQLite " + machine.sqlite;
  text += fmt::format("\n{}", machine.date);
  if (!machine.commit.empty()) text += ", commit " + machine.commit;
  return text +
         fmt::format(", {} each, load at the start {:.1f}\nAll input is in the page cache.\n",
                     counted(repeat, "run"), machine.load);
}

std::string corpus_text(const CorpusFigures& figures) {
  const Corpus& corpus = figures.corpus;
  Table table{{"contestant", "seconds", "min", "max", "CPU s", "MB/s", "docs/s", "memory MB",
               "index MB", "rate ratio", "size ratio"}};
  for (const ContestantFigures& entry : figures.contestants) {
    std::vector<std::string> row = {entry.name,
                                    figure(entry.seconds.median, 2),
                                    figure(entry.seconds.least, 2),
                                    figure(entry.seconds.most, 2),
                                    figure(entry.cpu_seconds, 2),
                                    figure(megabytes_per_second(corpus, entry), 2),
                                    figure(documents_per_second(corpus, entry), 0),
                                    megabytes(entry.peak_memory_bytes),
                                    megabytes(entry.index_bytes)};
    for (std::string& ratio : ratios(figures, entry)) row.push_back(std::move(ratio));
    table.rows.push_back(std::move(row));
  }
  std::string text = fmt::format("\n{}: {} articles, {} MB of text\n\n{}", corpus.title,
                                 with_commas(corpus.text.documents), megabytes(corpus.text.bytes),
                                 format_table(table));
  for (const Skipped& skipped : figures.skipped) {
    text += fmt::format("{} skipped: {}\n", skipped.name, skipped.reason);
  }
  if (find_contestant(figures, reference_contestant) == nullptr) return text;
  return text + fmt::format("Ratios: {} by the contestant; above 1 it is faster, or larger.\n",
                            reference_contestant);
}

std::string comparisons_text(const std::vector<Comparison>& comparisons) {
  if (comparisons.empty()) return {};
  Table table{{"news-index", "figure", "unit", "against", "figure", "ratio"}, {}, {0, 2, 3}};
  for (const Comparison& row : comparisons) {
    table.rows.push_back({row.what, figure(row.value, 2), row.unit, row.base_name,
                          figure(row.base, 2), figure(ratio_of(row.value, row.base), 2)});
  }
  return "\n" + format_table(table);
}

std::string queries_text(const std::vector<QueryFigures>& queries) {
  if (queries.empty()) return {};
  Table table{{"query", "kind", "news-search ms", "FTS5 ms", "ratio"}, {}, {0, 1}};
  const auto add = [&table](const QueryFigures& row) {
    table.rows.push_back({row.query, row.kind, figure(row.news_search_ms, 1),
                          figure(row.fts5_ms, 1),
                          figure(ratio_of(row.news_search_ms, row.fts5_ms), 2)});
  };
  for (const QueryFigures& query : queries) add(query);
  add({.query = "median of those that both answer",
       .kind = "",
       .news_search_ms = median_ms(queries, &QueryFigures::news_search_ms),
       .fts5_ms = median_ms(queries, &QueryFigures::fts5_ms)});
  return "\nQueries over Reuters-21578, each a process of its own\n\n" + format_table(table) +
         "Ratio: news-search by FTS5; above 1 it is slower.\n";
}

std::string latency_text(const std::vector<LatencyFigures>& rows) {
  if (rows.empty()) return {};
  Table table{{"kind", "queries", "p50 ms", "p90", "p99", "max", "words only p50", "p90", "p99",
               "max", "FTS5 p50", "p90", "p99", "max", "p50 ratio", "p99 ratio", "words only p50",
               "p99 ratio"}};
  for (const LatencyFigures& row : rows) {
    std::vector<std::string> cells = {row.kind, std::to_string(row.queries)};
    for (const Percentiles& times : {row.news_search_ms, row.words_only_ms, row.fts5_ms}) {
      for (const double time : {times.p50, times.p90, times.p99, times.most}) {
        cells.push_back(figure(time, 2));
      }
    }
    for (const Percentiles& times : {row.news_search_ms, row.words_only_ms}) {
      cells.push_back(figure(ratio_of(row.fts5_ms.p50, times.p50), 1));
      cells.push_back(figure(ratio_of(row.fts5_ms.p99, times.p99), 1));
    }
    table.rows.push_back(std::move(cells));
  }
  return "\nMixed queries over copies of Reuters-21578, one process\n\n" + format_table(table) +
         "Ratios: FTS5 by news-search; above 1 news-search is faster. Words only: without the "
         "other "
         "parts of the ranking, and with no copies looked for, as FTS5.\n";
}

}  // namespace news::bench
