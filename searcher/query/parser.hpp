// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/query/tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace news {

/// A query and, where it could not be read as typed, lines that say how it was read.
struct ParsedQuery {
  QueryNode root;
  std::vector<std::string> notes;
  bool fits_grammar = true;  ///< otherwise it was read as plain words
};

/// Reads the query language. Any string is a query:
///
///   either  := both ("OR" both)*
///   both    := list (("AND" | "NOT" | "AND NOT") list)*
///   list    := item+
///   item    := "-"? (leaf ("NEAR" leaf)* | "(" either ")")
///   leaf    := field? (word | word"*" | word"~" | word"~1" | word"~2" | quotation)
///
/// So words side by side bind before AND, and AND before OR. What does not fit the grammar (an
/// unclosed quotation, an operator without a word) is searched as plain words, and a note says so.
/// What goes beyond a limit (limits.hpp) is cut or read as plain words, with a note. In a sentence
/// all in capitals the operators are words.
ParsedQuery parse_query(std::string_view query);

}  // namespace news
