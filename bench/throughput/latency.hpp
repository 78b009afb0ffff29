// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/throughput/figures.hpp"

#include <filesystem>
#include <vector>

namespace news::bench {

/// What is asked of how much.
struct LatencyRun {
  unsigned copies = 10;  ///< of the collection; see reuters_copy
  std::size_t queries = 1000;
  std::size_t repeat = 3;  ///< times that all queries are asked
};

struct Latency {
  std::vector<LatencyFigures> rows;     ///< all that both programs answer first, then each kind
  std::vector<Comparison> comparisons;  ///< the processor time of both; empty without FTS5
};

/// Asks mixed queries, one after the other, each program in one process: news-search with
/// `--queries`, and SQLite's library with FTS5, which is left out where it is missing.
Latency measure_latency(const Corpus& reuters, const LatencyRun& run,
                        const std::filesystem::path& work);

}  // namespace news::bench
