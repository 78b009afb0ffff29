// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/text/language.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace news {

/// The words of a story, to tell whether a line is about the same thing. The story is analysed when
/// that is first asked: of a wire story without a headline it never is.
class Vocabulary {
 public:
  explicit Vocabulary(std::string story) : story_(std::move(story)) {}

  /// How many telling words (no stop words) a line has, and how many of them the story has too.
  struct Overlap {
    std::size_t telling = 0;
    std::size_t shared = 0;

    double share() const {
      return telling == 0 ? 0.0 : static_cast<double>(shared) / static_cast<double>(telling);
    }
  };
  Overlap overlap(std::string_view line);

  /// Whether a word is one that tells nothing in the story's language: "the", "from".
  bool is_stop_word(std::string_view word);

  /// Whether the story has the words as they stand.
  bool has_phrase(std::string_view words) const { return story_.find(words) != story_.npos; }

 private:
  Language language();
  const std::unordered_set<std::string>& stems();

  std::string story_;
  std::optional<Language> language_;
  std::optional<std::unordered_set<std::string>> stems_;
};

}  // namespace news
