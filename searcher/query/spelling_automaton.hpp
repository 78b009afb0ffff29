// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// Accepts the words that are at most so many edits away from one word. An edit adds, drops or
/// changes a character, or swaps two neighbours; no part of a word is edited twice ("optimal string
/// alignment", the restricted form of Damerau and Levenshtein's distance).
///
/// It keeps a row of the usual table of distances for each character of a word that is walked, and
/// of that row only the columns that can be within the limit. For walk_terms.
class SpellingAutomaton {
 public:
  /// `word` is UTF-8; `edits` is at most 2 or so.
  SpellingAutomaton(std::string_view word, unsigned edits);

  bool step(std::size_t depth, char32_t c);
  bool accepts(std::size_t depth) const { return distance(depth) <= edits_; }

  /// Of the first `depth` characters that were taken; more than the limit for all that is beyond.
  unsigned distance(std::size_t depth) const { return rows_[depth].back(); }

 private:
  using Row = std::vector<std::uint8_t>;  ///< by how many characters of the word; capped

  std::u32string word_;
  unsigned edits_;
  std::vector<Row> rows_;  ///< by how many characters were taken
  std::u32string taken_;
};

}  // namespace news
