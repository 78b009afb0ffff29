// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/article.hpp"

#include <string>

namespace news {

/// A whole article for people: its title, a line for each field that it has, and its paragraphs.
/// Nothing in it can disturb a terminal.
std::string article_text(const Article& article);

}  // namespace news
