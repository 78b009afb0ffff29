// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/match/search_result.hpp"
#include "searcher/options.hpp"

namespace news {

/// Prints on standard error how a query was read differently, and another spelling.
void print_notes(const SearchResult& result, const std::string& query_id = {});

/// Prints on standard error why hits that were asked for are not among the results: there are none
/// behind --offset, or --format urls or paths has no line for them.
void print_hits_left_out(const SearchOptions& options, const SearchResult& result);

}  // namespace news
