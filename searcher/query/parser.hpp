// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/query/tree.hpp"

#include <string>
#include <string_view>

namespace news {

/// A query and, where it could not be read as typed, a line that says how it was read.
struct ParsedQuery {
  QueryNode root;
  std::string note;
};

/// Reads the query language. Any string is a query:
///
///   either  := both ("OR" both)*
///   both    := list (("AND" | "NOT" | "AND NOT") list)*
///   list    := item+
///   item    := "-"? (leaf ("NEAR" leaf)* | "(" either ")")
///   leaf    := field? (word | word"*" | quotation)
///
/// So words side by side bind before AND, and AND before OR. What does not fit the grammar (an
/// unclosed quotation, an operator without a word) is searched as plain words, and `note` says so.
/// It also says that the "~" of "japan~" is not understood; the word itself is searched.
/// Nesting is limited; deeper queries are read as plain words, too. In a sentence all in capitals
/// the operators are words.
ParsedQuery parse_query(std::string_view query);

}  // namespace news
