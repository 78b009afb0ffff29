// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/markup/html_document.hpp"
#include "indexer/reader/page/body_hints.hpp"

#include <string>

namespace news {

/// The text of the article on a page, a line for each paragraph. docs/extraction.md tells how it is
/// found.
std::string page_body(const HtmlDocument& document, const BodyHints& hints);

}  // namespace news
