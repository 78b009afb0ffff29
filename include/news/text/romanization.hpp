// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace news {

/// A letter of another script, or two side by side that stand for one sound, and the ways in which
/// news writes it in Latin letters.
struct RomanizedLetter {
  char32_t letter;
  char32_t next;  ///< the second of two; 0 for one
  /// Separated by spaces, without accents: "kh h ch" for the Cyrillic ha; "-" is none at all, for a
  /// letter that may be left out.
  std::string_view ways;
  /// Of a script that leaves vowels out, so that there may be Latin ones behind it.
  bool before_vowels = false;
};

/// The letters of Cyrillic, Greek, Hebrew, Arabic, Georgian and Armenian, and of katakana, as
/// Analyzer's terms have them (folded, without marks). In the order of `letter` and `next`.
///
/// One name is written in many ways (Khrushchev, Chruschtschow, Jruschov), and none of the official
/// systems is what papers follow; so these are all ways that are common in papers of the larger
/// languages, and a word in Latin letters is taken for one in another script if it can be put
/// together from ways of its letters, one after the other.
std::span<const RomanizedLetter> romanized_letters();

/// A letter, or two side by side; null if they are none of these.
const RomanizedLetter* romanized_letter(char32_t letter, char32_t next = 0);

/// Whether the letter is the first of two side by side.
bool begins_romanized_pair(char32_t letter);

/// Calls `take` with each of the ways, an empty one for "-".
template <typename Take>
void for_each_way(const RomanizedLetter& letter, Take take) {
  std::string_view ways = letter.ways;
  while (!ways.empty()) {
    const std::size_t space = ways.find(' ');
    const std::string_view way = ways.substr(0, space);
    take(way == "-" ? std::string_view() : way);
    ways.remove_prefix(space == std::string_view::npos ? ways.size() : space + 1);
  }
}

}  // namespace news
