// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/match/search_result.hpp"

namespace news {

/// Prints on standard error how a query was read differently.
void print_notes(const SearchResult& result);

}  // namespace news
