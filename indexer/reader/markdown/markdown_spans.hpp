// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace news {

/// The names that a text defines the targets of links for ("[name]: https://..."), in lower case.
using LinkNames = std::unordered_set<std::string>;

/// A paragraph of Markdown without the marks within it: emphasis, links, pictures, code, the marks
/// of footnotes, and what a site's templates put in. "[name]" is a link only where `names` has it.
/// Tags and the references "&lt;", "&gt;" and "&amp;" stay.
std::string without_marks(std::string_view paragraph, const LinkNames& names);

/// The cells of a table's row, one space between them: "| a | `b|c` |" is "a `b|c`".
std::string joined_cells(std::string_view row);

}  // namespace news
