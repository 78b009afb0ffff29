// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/throughput/figures.hpp"
#include "bench/throughput/options.hpp"

#include <filesystem>

namespace news::bench {

/// Where a contestant's last index of a corpus is left.
std::filesystem::path folder_of(const std::filesystem::path& work, const std::string& corpus,
                                const std::string& contestant);

/// All contestants that are wanted build the index of a corpus, in turns, each from nothing. One
/// that is missing or fails is skipped; news-index must not fail.
CorpusFigures race(const Corpus& corpus, const ThroughputOptions& options,
                   const std::filesystem::path& work);

}  // namespace news::bench
