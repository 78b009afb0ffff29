// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace news {

/// A line of a saved page or a paragraph of a story; never empty.
struct TextLine {
  std::string text;          ///< white space folded
  bool after_blank = false;  ///< an empty line stands before it, or nothing
  int columns = 1;           ///< parts that wide gaps, tabs or bars divide it into
};

/// The lines of a text. Where its paragraphs were wrapped at some column, each is made one line
/// again: a line goes on with the next one when the next one's first word would not have fitted.
std::vector<TextLine> split_text_lines(std::string_view text);

}  // namespace news
