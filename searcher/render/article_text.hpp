// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/article.hpp"
#include "news/base/byte_range.hpp"

#include <string>
#include <vector>

namespace news {

/// A whole article for people: its title, a line for each field that it has, and its paragraphs.
/// Nothing in it can disturb a terminal. `lit` are places in the body to be coloured.
std::string article_text(const Article& article, const std::vector<ByteRange>& lit = {});

}  // namespace news
