// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/query/tree.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// A piece of a query.
struct QueryToken {
  enum class Kind : std::uint8_t {
    word,      ///< `text`
    quoted,    ///< `text` between quotation marks
    unclosed,  ///< the same, but the query ends before the closing mark
    field,     ///< `field` and a colon, right before a word, quotation or parenthesis
    minus,     ///< right before the same
    open,
    close,
    and_op,
    or_op,
    not_op,
    near_op,  ///< `distance`, and how it is written as `text`
  };

  Kind kind = Kind::word;
  std::string text = {};
  SearchField field = SearchField::text;
  unsigned distance = 0;
};

/// Divides a query. Operators are AND, OR, NOT and NEAR or NEAR/n in capitals; what is neither
/// operator nor field is a word, whatever its characters. Never fails. A distance that is too large
/// for a number is the largest one. Quotation marks may be
/// straight, curly or angled. Ill-formed UTF-8 is repaired first.
std::vector<QueryToken> lex_query(std::string_view query);

}  // namespace news
