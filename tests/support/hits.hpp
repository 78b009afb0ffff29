// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/match/search_result.hpp"

namespace news::test {

/// A hit with a value in every field: rank 3, score 12.5, an invented article about a ferry.
Hit full_hit();

/// A hit of an article that says nothing but its title, the first record of "news.jsonl".
Hit bare_hit();

/// A result with these hits, for a query that was typed as "ferri*" and read the same way.
SearchResult result_of(std::vector<Hit> hits);

/// A result without hits that counts ten articles by outlet, with three outlets of which two are
/// shown, and by month.
SearchResult counted_result();

}  // namespace news::test
