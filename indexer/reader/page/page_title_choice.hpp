// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/page/page_claims.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace news {

/// The title of an article out of all that a page calls it and `heading`, the text of its heading.
/// The outlet's name at an end is cut off; then the headline of JSON-LD is weighed against
/// og:title, or each source votes for its own wording.
std::string choose_title(const PageClaims& claims, std::string_view heading,
                         std::string_view outlet);

/// `title` without the name of the outlet, or of its section, at an end: "Title - Outlet", "Title |
/// Section | Outlet". A part is cut where it is the outlet's name, or where what is left has one of
/// the `known` forms (squeezed_title), those of other writings of the title.
std::string without_outlet(std::string_view title, std::string_view outlet,
                           const std::vector<std::string>& known);

}  // namespace news
