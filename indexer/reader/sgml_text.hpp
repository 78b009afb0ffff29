// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// `text` with its character references resolved; those to control characters become spaces.
std::string resolve_references(std::string_view text);

/// The paragraphs of a piece of SGML, one a line: without tags, of which <P>, <BR> and the like and
/// their ends part paragraphs; with references resolved. Lines are joined where they were wrapped:
/// an empty line or an indented one begins a paragraph.
std::string sgml_text(std::string_view sgml);

/// Joins wrapped lines alike.
std::string join_wrapped_lines(std::string_view text);

}  // namespace news
