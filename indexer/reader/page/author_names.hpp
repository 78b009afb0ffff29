// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace news {

/// The names in what a page gives as an author: a byline is taken apart as in news/article/byline;
/// addresses, e-mail and what stands behind a bar go, and a profile's address is no name.
std::vector<std::string> author_names(std::string_view value);

/// Whether a text shown at a heading is somebody's name and not a label or a sentence: few words,
/// no figures, beginning with a capital where its script has them.
bool looks_like_name(std::string_view text);

}  // namespace news
