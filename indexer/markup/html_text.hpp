// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/markup/html_document.hpp"

#include <string>
#include <string_view>

namespace news {

/// The text in a subtree as a reader sees it: a line for each paragraph, list item or table row,
/// white space folded; nothing of scripts, styles and form controls.
std::string text_of(const HtmlDocument& document, NodeId node);

/// The same of the markup of a fragment.
std::string html_to_text(std::string_view html);

}  // namespace news
