// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/evaluation.hpp"
#include "bench/ranking/collection.hpp"

#include <filesystem>
#include <functional>
#include <string>

namespace news::bench {

/// So many articles are ranked for each topic.
inline constexpr unsigned ranked_depth = 1000;

/// Something that ranks. It indexes a collection into `work`, a folder of its own, and answers
/// every topic as typed.
struct RankingContestant {
  std::string name;
  std::function<Run(const Collection& collection, const std::filesystem::path& work)> run;
};

/// news-search with one ranking profile, a built-in one or a file. Those of one collection share an
/// index in the folder above `work`. Throws InputError for a profile that cannot be read.
RankingContestant news_contestant(const std::string& profile);

/// Xapian with its own term generator, query parser and BM25 defaults: stems of the collection's
/// language where there are some, n-grams where there are no spaces.
RankingContestant xapian_contestant();

/// SQLite FTS5 with its bm25(), any word of the query: `porter unicode61`, or `trigram` where there
/// are no spaces. Without `run` if this program was built without SQLite.
RankingContestant fts5_contestant();

}  // namespace news::bench
