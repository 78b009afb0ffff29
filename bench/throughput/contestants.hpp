// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/support/process.hpp"
#include "bench/throughput/corpora.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace news::bench {

/// A program that indexes a corpus.
struct Contestant {
  std::string part;                  ///< what --only calls it
  std::string name;                  ///< what tables call it, and its index
  std::string missing;               ///< why it cannot run; empty if it can
  std::vector<std::string> corpora;  ///< the names of those it takes
  /// Builds the index of a corpus in an empty folder. Throws Error if it fails.
  std::function<Measured(const Corpus&, const std::filesystem::path& folder)> build;
  /// What of the folder is the index; the whole if empty.
  std::string index = {};
};

/// news-index with two threads, against which the others are compared.
inline constexpr const char* reference_contestant = "news-index, 2 threads";
inline constexpr const char* single_thread_contestant = "news-index, 1 thread";
inline constexpr const char* fts5_contestant = "SQLite FTS5";

/// All there are, in the order of the tables.
std::vector<Contestant> contestants();

}  // namespace news::bench
