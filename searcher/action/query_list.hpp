// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/options.hpp"

#include <string>
#include <vector>

namespace news {

struct NumberedQuery {
  std::string id;  ///< empty for the one of the command line
  std::string text;
};

/// The query of the command line, or those of a file: one "id<TAB>query" a line. A line without a
/// tab is a query as a whole and called by its number, as is one without an id, about which
/// standard error has a note. Throws InputError if there is no such file.
std::vector<NumberedQuery> queries_of(const SearchOptions& options);

}  // namespace news
