// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/markup/html_document.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace news {

/// A stretch of text that a reader sees as one: a paragraph, heading, list item, table row; also
/// bare text between such, and text between empty lines that are made with <br>.
struct TextBlock {
  NodeId begin = 0;      ///< the first of its nodes
  NodeId end = 0;        ///< behind the last
  NodeId container = 0;  ///< the innermost element that begins a line and holds it
  std::string text;      ///< white space folded; a single <br> is a line end
  unsigned weight = 0;   ///< how much text it is: see text_weight
  unsigned link_weight = 0;
  bool heading = false;
  bool item = false;      ///< in a list
  bool quote = false;     ///< in a block quote
  bool in_table = false;  ///< in a table
  bool caption = false;   ///< of a figure or table
  bool prose = false;     ///< running text rather than a label: see is_prose

  double link_density() const {
    return weight == 0 ? 0 : static_cast<double>(link_weight) / static_cast<double>(weight);
  }
};

/// Characters, with those counted double of which a word needs half as many (ideographs, kana).
unsigned text_weight(std::string_view text);

/// Whether the text ends as sentences do, in any script, quotation marks and brackets aside.
bool ends_sentence(std::string_view text);

/// All text that is ever shown, in document order.
std::vector<TextBlock> text_blocks(const HtmlDocument& document);

}  // namespace news
