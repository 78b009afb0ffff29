// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// A title for a story that has none: its first sentence behind the dateline and slug lines, cut
/// between two words (with "…") where it is longer than a headline is. Empty for an empty body.
std::string title_from_body(std::string_view body);

}  // namespace news
