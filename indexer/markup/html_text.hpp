// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/markup/html_document.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace news {

/// The text in a subtree as a reader sees it: a line for each paragraph, list item or table row,
/// white space folded; nothing of scripts, styles and form controls.
std::string text_of(const HtmlDocument& document, NodeId node);

/// The same of the markup of a fragment.
std::string html_to_text(std::string_view html);

/// What in a text that may be HTML shows that it is.
enum class Markup : std::uint8_t {
  none,
  in_lines,  ///< tags that stand within a line, comments and the like, character references
  blocks,    ///< tags that divide lines
};

/// Only tags that HTML has count, and what closes one of any name: an address in angle brackets, or
/// "a < b", is text. Linear.
Markup markup_in(std::string_view text);

}  // namespace news
