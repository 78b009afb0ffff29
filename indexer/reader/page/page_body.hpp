// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/markup/html_document.hpp"

#include <string>
#include <string_view>

namespace news {

/// What is known of an article when its body is looked for.
struct BodyHints {
  std::string_view title = {};
  std::string_view linked_body = {};  ///< the text as the page's linked data has it
};

/// The text of the article on a page, a line for each paragraph. docs/extraction.md tells how it is
/// found.
std::string page_body(const HtmlDocument& document, const BodyHints& hints);

}  // namespace news
