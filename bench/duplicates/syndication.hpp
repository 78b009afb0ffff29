// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/article.hpp"

#include <span>
#include <string_view>

namespace news::bench {

/// One of the ways in which an outlet prints a story that it did not write, or in which a text
/// turns into another story. What they make depends on the article alone.
struct Syndication {
  std::string_view name;
  bool is_one_story = true;  ///< what it makes still tells the story of the original
  Article (*make)(const Article&);
};

/// All of them. They are for articles of two paragraphs and 60 words or more.
std::span<const Syndication> syndications();

}  // namespace news::bench
