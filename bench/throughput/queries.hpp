// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/throughput/figures.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace news::bench {

/// A question in the languages of both programs.
struct Query {
  std::string kind;
  std::string news;  ///< as news-search takes it
  std::string fts5;  ///< as MATCH takes it; empty where the table has no such field
};

/// For Reuters-21578; every one has hits.
const std::vector<Query>& queries();

/// Times every query as a whole process, in turns, `repeat` times. The indexes are those that the
/// race left, or are built. FTS5 is left out where it is missing.
std::vector<QueryFigures> measure_queries(const Corpus& corpus, std::size_t repeat,
                                          const std::filesystem::path& work);

}  // namespace news::bench
