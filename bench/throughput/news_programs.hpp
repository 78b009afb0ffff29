// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/support/process.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

/// The programs of this project, as they were built with this one.
namespace news::bench {

/// A run of news-index.
struct IndexRun {
  std::filesystem::path index;
  std::filesystem::path source;
  unsigned threads = 2;
  std::string memory = {};  ///< as --memory has it; empty for the program's own default
};

/// Measures a run and checks its result: throws Error unless it reads `articles` articles, all of
/// them new or repeated.
Measured measure_news_index(const IndexRun& run, std::uint64_t articles);

/// The same, unless every one of the articles is new.
Measured measure_news_index_all_new(const IndexRun& run, std::uint64_t articles);

/// A search, as a whole process.
Command news_search_command(const std::filesystem::path& index, const std::string& query,
                            const std::filesystem::path& log);

/// The answers to all queries of a file, as JSON, which go to the log; with more options.
Command news_search_queries_command(const std::filesystem::path& index,
                                    const std::filesystem::path& queries,
                                    const std::vector<std::string>& options,
                                    const std::filesystem::path& log);

}  // namespace news::bench
