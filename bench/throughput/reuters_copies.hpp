// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace news::bench {

/// More articles than the collection has, out of the collection. Copy 0 is the collection itself.
inline constexpr unsigned most_copies = 26;

/// Reuters SGML as copy `copy` (below most_copies) of it: each story has a NEWID that no other copy
/// gives, and one word more at the end of its text, which differs from copy to copy, so that no
/// program takes two copies of a story for one article. The agency's name on the last line of a
/// story stays the last line.
std::string reuters_copy(std::string_view sgml, unsigned copy);

/// The file as far as the end of its story number `stories`; all of it if it has fewer.
std::string_view first_stories(std::string_view sgml, std::size_t stories);

}  // namespace news::bench
