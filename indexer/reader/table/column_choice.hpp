// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// One column of a table and what it holds, as the user says it.
struct ChosenColumn {
  std::string field;   ///< a name that ArticleFields knows: "title"
  std::string column;  ///< its number from 1, or its name in the header

  /// The number; nothing if it is a name.
  std::optional<std::size_t> number() const;
};

/// All that the user says; empty where columns are to be found.
using ColumnChoice = std::vector<ChosenColumn>;

/// Reads "title=2,body=3". Nothing if it is not in this form, or has a field or a column twice;
/// `problem` then says why.
std::optional<ColumnChoice> parse_column_choice(std::string_view text, std::string& problem);

}  // namespace news
