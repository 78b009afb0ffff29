// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/markup/html_document.hpp"
#include "indexer/reader/page/page_claims.hpp"

namespace news {

/// Adds what the head of a page says: meta elements (OpenGraph, Dublin Core, citation_, parsely-,
/// sailthru., twitter: and plain names), rel=canonical, the language of the html element and the
/// <title>.
void add_head_claims(const HtmlDocument& document, PageClaims& claims);

}  // namespace news
