// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for fts5_contestant.cpp where SQLite is missing.
#include "bench/ranking/contestant.hpp"

namespace news::bench {

RankingContestant fts5_contestant() { return {"SQLite FTS5", nullptr}; }

}  // namespace news::bench
