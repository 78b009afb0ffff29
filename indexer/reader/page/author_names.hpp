// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace news {

/// The names in what a page gives as an author: a byline is taken apart as in news/article/byline;
/// addresses, e-mail, what stands behind a bar or in brackets, posts and places behind a name go,
/// and a profile's address is no name.
std::vector<std::string> author_names(std::string_view value);

/// The names in a line that stands at a heading: like author_names, and "von Jane Doe" opens a line
/// as "Von Jane Doe" does. Only what looks like a name.
std::vector<std::string> shown_author_names(std::string_view line);

/// Whether a line opens with "By", "von" and the like.
bool opens_byline(std::string_view line);

/// Whether a text shown at a heading is somebody's name and not a label or a sentence: few words,
/// no figures, beginning with a capital where its script has them.
bool looks_like_name(std::string_view text);

/// Whether a line is nothing but one or more full names, each word with a capital: "Jane Doe/John
/// Roe". Not for scripts without capitals.
bool is_only_names(std::string_view line);

/// Whether a value is a name in a program's writing: "jane-doe", "@janedoe", "105092".
bool is_handle(std::string_view name);

}  // namespace news
