// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/throughput/queries.hpp"

#include <cstddef>
#include <filesystem>
#include <vector>

namespace news::bench {

/// So many queries of every kind that people ask, with words from the articles themselves: the same
/// ones for the same rows on every machine. Half of the words are as frequent as in running text,
/// half are drawn from all words alike, most of which are rare. All are words of four letters or
/// more, so that most stop words are left out. Queries with dates have no form for FTS5.
std::vector<Query> draw_queries(const std::filesystem::path& rows, std::size_t count);

}  // namespace news::bench
