// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/article.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace news {

/// A word of a text, as far as it matters for comparing texts.
struct StoryWord {
  std::uint64_t hash = 0;   ///< of its term
  bool is_number = false;   ///< has a digit, or is written in Chinese numerals
  bool is_capital = false;  ///< begins with a capital letter
};

/// What is compared of an article.
struct StoryText {
  /// Texts are compared up to here; a story is told by then.
  static constexpr std::size_t compared_bytes = std::size_t{64} * 1024;

  std::vector<StoryWord> title;  ///< empty if the title was made from the body
  std::vector<StoryWord> body;
  std::optional<std::int64_t> day;  ///< of publication, counted from 1970
};

/// The day of publication, counted from 1970, if the article says it.
std::optional<std::int64_t> day_of(const Article& article);

/// Nothing if one is not known.
std::optional<std::int64_t> days_apart(std::optional<std::int64_t> a,
                                       std::optional<std::int64_t> b);

/// Linear in the length of the text.
StoryText story_text(const Article& article);

}  // namespace news
