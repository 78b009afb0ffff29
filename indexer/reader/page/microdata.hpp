// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/markup/html_document.hpp"
#include "indexer/reader/page/page_claims.hpp"

namespace news {

/// Adds what itemprop attributes say of the page's article: those in the first item of an article's
/// type, in the page's, or in no item at all; not those of items within it (comments, related
/// stories, pictures), but for the names of its author and publisher.
void add_microdata_claims(const HtmlDocument& document, PageClaims& claims);

}  // namespace news
