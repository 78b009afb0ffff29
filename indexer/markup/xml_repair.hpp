// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// The instruction that repair_xml puts where a document that is cut off ends.
inline constexpr std::string_view cut_mark = "news-cut";

/// Elements that are open inside each other; the tags of deeper ones are left out, not their text.
inline constexpr std::size_t max_xml_depth = 200;

/// Well-formed XML from what was meant to be some: for documents that an XML parser refuses.
///
///   references       HTML's names and numbers become characters, numbers of Windows' own too; any
///                    other "&" is text. So nothing that a document declares is ever expanded.
///   tags             a closing tag closes what was opened inside and not closed; one that closes
///                    nothing is left out; at the end all that is open is closed, behind a
///                    processing instruction `cut_mark`; <br>, <hr> and <img> need no closing tag
///   attributes       get quotes; repeated ones are left out
///   "<" before none  of the above is text
///   the declaration, the document type, comments and instructions are left out
///
/// `text` is UTF-8. Takes time in proportion to its length, and none of it recursion.
std::string repair_xml(std::string_view text);

}  // namespace news
