// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// `text` on one line: every run of white space (also no-break and ideographic spaces) is one
/// space, none at the ends; control characters are white space; ill-formed UTF-8 becomes U+FFFD.
std::string fold_whitespace(std::string_view text);

/// The lines of `text`, each through fold_whitespace, without the empty ones; joined by a newline.
std::string fold_paragraphs(std::string_view text);

/// The same for a text that is likely to be in this form already: nothing is copied then.
void fold_whitespace_in_place(std::string& text);
void fold_paragraphs_in_place(std::string& text);

}  // namespace news
