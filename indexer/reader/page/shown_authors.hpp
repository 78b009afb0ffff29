// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/markup/html_document.hpp"
#include "indexer/reader/page/page_claims.hpp"

namespace news {

/// Adds the authors that a page shows at its heading: links with rel=author or to the page of an
/// author, elements whose class or id says that they are a byline, lines that open like one.
void add_shown_authors(const HtmlDocument& document, NodeId heading, PageClaims& claims);

}  // namespace news
