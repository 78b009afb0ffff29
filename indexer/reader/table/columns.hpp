// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/table/column_choice.hpp"

#include <string>
#include <vector>

namespace news {

using Cells = std::vector<std::string>;

/// What the columns of a table are.
struct TableColumns {
  /// For each column the name of its field, as ArticleFields knows it; empty if it is of no use.
  std::vector<std::string> fields;
  bool has_header = false;
  std::string refusal;  ///< why the table is none of news; empty if it is
};

/// Finds them in the first rows of a table: as the user says, then by the names in the header, then
/// by what they hold. The longest prose is the body, a shorter text before or behind it the title,
/// a few short values that come back the section.
TableColumns find_columns(const std::vector<Cells>& rows, const ColumnChoice& choice);

/// Whether a row is a header by the names in it alone: at least two that are known, one of them of
/// a text, and nothing that is long.
bool is_known_header(const Cells& row);

}  // namespace news
