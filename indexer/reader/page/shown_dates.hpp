// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/markup/html_document.hpp"
#include "indexer/reader/page/page_claims.hpp"
#include "news/text/language.hpp"

#include <string_view>

namespace news {

/// Adds the dates that a page shows at its heading: <time> elements, and lines with a date. What
/// says that it is of a change is `modified`. Dates in links, menus and asides are of others.
void add_shown_dates(const HtmlDocument& document, NodeId heading, Language language,
                     PageClaims& claims);

/// Adds the date in a page's address, "/2005/11/20/river-rises", which may be that of its first
/// writing: the weakest of claims.
void add_date_of_address(std::string_view url, PageClaims& claims);

}  // namespace news
