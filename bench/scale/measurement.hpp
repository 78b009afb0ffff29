// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/scale/generator.hpp"
#include "bench/throughput/statistics.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace news::bench {

/// What was measured at one size.
struct SizeFigures {
  std::uint64_t articles = 0;
  std::uint64_t text_bytes = 0;
  std::uint64_t words = 0;
  std::uint64_t vocabulary = 0;
  double build_seconds = 0;
  double build_cpu_seconds = 0;
  std::uint64_t peak_memory_bytes = 0;
  std::uint64_t index_bytes = 0;
  Percentiles query_ms;
  Percentiles words_only_ms;  ///< ranked by the words alone, with no copies looked for
  double add_seconds = 0;     ///< of `added_articles` new ones
  double update_seconds = 0;  ///< of one file in which every article changed
  double compact_seconds = 0;
};

inline constexpr std::uint64_t added_articles = 200;
inline constexpr std::uint64_t articles_a_file = 10'000;

struct ScaleRun {
  std::vector<std::uint64_t> sizes;  ///< ascending
  std::size_t queries = 1000;
  GeneratorSettings generator;
};

/// Generates articles, and for each size builds an index of so many from nothing, asks it queries,
/// which are the same at each size, adds to it, updates and merges it. Everything is under `work`;
/// what one size needed is removed before the next. Throws Error where a program fails.
std::vector<SizeFigures> measure_sizes(const ScaleRun& run, const std::filesystem::path& work);

}  // namespace news::bench
