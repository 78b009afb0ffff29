// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/query/tree.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace news {

enum class SortOrder : std::uint8_t { relevance, newest, oldest };

/// A condition from an option, such as --outlet: the text of a field.
struct Filter {
  SearchField field = SearchField::outlet;
  std::string text;
};

/// One search.
struct SearchRequest {
  std::string query;            ///< in the query language; may be empty if there are filters
  std::vector<Filter> filters;  ///< of one field: any of them; of several fields: all
  bool require_all = false;     ///< every word must match
  SortOrder sort = SortOrder::relevance;
  std::size_t offset = 0;
  std::size_t limit = 10;
  bool count_exactly = false;  ///< the total is to be exact, however long it takes
  bool with_snippets = true;
  bool with_suggestion = true;  ///< another spelling is looked for where it may help
};

}  // namespace news
