// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/markup/html_document.hpp"
#include "indexer/reader/page/page_claims.hpp"

#include <string>
#include <string_view>

namespace news {

/// Adds what the JSON-LD scripts of a page say. Of the objects in them the article is the one of an
/// article's type that stands at the top, in an @graph, or as the main entity of what does; of
/// several the one whose address is `address` or whose headline is `heading`. Other objects at the
/// top (WebPage) say less sure things of the same article. Lists of related stories, comments and
/// updates are nobody's.
void add_json_ld_claims(const HtmlDocument& document, std::string_view address,
                        std::string_view heading, PageClaims& claims);

/// JSON as sites write it made into JSON: comments, CDATA marks and semicolons around it go, so do
/// commas before a closing bracket; raw line ends and tabs in a string become escapes.
std::string repair_json(std::string_view text);

}  // namespace news
