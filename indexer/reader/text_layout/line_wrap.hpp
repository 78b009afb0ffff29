// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// A line as it stands in a text, before wrapped ones are joined; never empty.
struct PhysicalLine {
  std::string text;        ///< white space folded
  std::size_t width = 0;   ///< columns, with the indentation
  std::size_t indent = 0;  ///< columns
  std::size_t blanks = 0;  ///< empty lines before it; a line drawn across the page makes two
  int columns = 1;         ///< see TextLine
};

/// For each line whether it goes on with the paragraph of the line before: the text was wrapped at
/// some column, and the first word of this line would not have fitted into the one before.
std::vector<bool> continued_lines(const std::vector<PhysicalLine>& lines);

/// Appends the line that goes on with `text`: behind a space, but in scripts that have none.
void append_line(std::string& text, std::string_view next);

}  // namespace news
