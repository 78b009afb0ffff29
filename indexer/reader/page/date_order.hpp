// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/page/page_claims.hpp"
#include "news/text/language.hpp"

#include <string_view>

namespace news {

/// The language to read a page's dates of figures by, of which English puts the month first. A page
/// in English whose locale ("en-GB") or site's country (".co.uk") is one where the day stands first
/// is read by no language, which is day first. Where neither says, English is that of the USA.
Language language_of_dates(const PageClaims& claims, Language language, std::string_view url);

}  // namespace news
