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

/// Merges all segments into one.
Measured compact_news_index(const std::filesystem::path& index);

/// A search, as a whole process.
Command news_search_command(const std::filesystem::path& index, const std::string& query,
                            const std::filesystem::path& log);

/// What a program took to answer queries, one after the other.
struct Answers {
  std::vector<double> seconds;  ///< of each query
  double cpu_seconds = 0;       ///< of the whole process
};

/// Asks one process all queries, with more options for it. The time of a query is what news-search
/// says itself of the search and its snippets, which is all but writing them out. The queries and
/// answers are left in `folder`.
Answers ask_news_search(const std::filesystem::path& index, const std::vector<std::string>& queries,
                        const std::vector<std::string>& options,
                        const std::filesystem::path& folder);

}  // namespace news::bench
