// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/throughput/figures.hpp"

#include <filesystem>
#include <vector>

namespace news::bench {

/// What becomes of news-index when there is ten times as much: its rate, its memory under a limit,
/// and the time that few new articles take. `once` has the figures of one copy of the Reuters
/// collection. Files go into `work`, about 3 GB, and are gone at the end.
std::vector<Comparison> measure_scale(const CorpusFigures& once, std::size_t repeat,
                                      const std::filesystem::path& work);

/// Two threads against one, of what was measured already.
std::vector<Comparison> compare_threads(const CorpusFigures& figures);

}  // namespace news::bench
