// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/article.hpp"

#include <string>

namespace news {

/// "Norwick Courier, 2005-11-20: Ferry late", and the URL, or where the article was read from, on a
/// line of its own. Nothing in it can disturb a terminal.
std::string citation(const Article& article);

}  // namespace news
