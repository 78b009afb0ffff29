// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/throughput/corpora.hpp"
#include "bench/throughput/statistics.hpp"

#include <cstdint>
#include <string>
#include <vector>

/// What was measured, before it is printed.
namespace news::bench {

struct ContestantFigures {
  std::string name;
  Spread seconds;
  double cpu_seconds = 0;               ///< the median
  std::uint64_t peak_memory_bytes = 0;  ///< the most of all runs
  std::uint64_t index_bytes = 0;
};

/// What could not be measured.
struct Skipped {
  std::string name;
  std::string reason;
};

struct CorpusFigures {
  Corpus corpus;
  std::vector<ContestantFigures> contestants;
  std::vector<Skipped> skipped;
};

/// One figure of news-index beside the one it is to be compared with.
struct Comparison {
  std::string what;
  double value = 0;
  std::string base_name;
  double base = 0;
  std::string unit;
};

struct QueryFigures {
  std::string query;
  std::string kind;
  double news_search_ms = 0;
  double fts5_ms = 0;  ///< 0 where it was not asked
};

/// How long queries of one kind took, each in milliseconds.
struct LatencyFigures {
  std::string kind;
  std::size_t queries = 0;
  Percentiles news_search_ms;
  Percentiles words_only_ms;  ///< news-search with no more than FTS5 does: see words_only
  Percentiles fts5_ms;        ///< all 0 where it was not asked
};

struct Machine {
  std::string processor;
  unsigned cores = 0;
  std::uint64_t memory_bytes = 0;
  std::string kernel;
  std::string compiler;
  std::string xapian;
  std::string sqlite;  ///< empty without it
  std::string date;    ///< UTC
  std::string commit;  ///< empty outside a repository
  double load = 0;     ///< what else ran when the benchmark began: processes, over one minute
};

/// All of it.
struct Figures {
  Machine machine;
  std::size_t repeat = 0;
  std::vector<CorpusFigures> corpora;
  std::vector<Comparison> comparisons;
  std::vector<QueryFigures> queries;
  std::vector<LatencyFigures> latency;
};

/// The figures of one contestant; null if it was not measured.
const ContestantFigures* find_contestant(const CorpusFigures& figures, const std::string& name);

double megabytes_per_second(const Corpus& corpus, const ContestantFigures& figures);
double documents_per_second(const Corpus& corpus, const ContestantFigures& figures);

}  // namespace news::bench
