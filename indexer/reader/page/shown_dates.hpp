// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/markup/html_document.hpp"
#include "indexer/reader/page/page_claims.hpp"
#include "news/text/language.hpp"

namespace news {

/// Adds the dates that a page shows at its heading: <time> elements, and lines with a date. What
/// says that it is of a change is `modified`. Dates in links, menus and asides are of others.
void add_shown_dates(const HtmlDocument& document, NodeId heading, Language language,
                     PageClaims& claims);

}  // namespace news
