// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/text/romanization.hpp"

#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// Both ask whether a word in another script is a way to write a word in Latin letters, and are for
/// walk_terms. The letters of the one are laid along the other: each takes one of its ways
/// (romanization.hpp). A Latin letter may be double where the other script has one, and behind a
/// letter of a script without vowels there may be a Latin one.
///
/// What is known of a word so far is how far the two can have come along each other: places, of
/// which there may be several at once. Words longer than `longest` are not accepted.
inline constexpr std::size_t longest_romanized = 40;

/// Accepts the words in other scripts that can be written as one Latin word.
class FromLatinAutomaton {
 public:
  /// `latin` is a term.
  explicit FromLatinAutomaton(std::string_view latin);

  bool step(std::size_t depth, char32_t c);
  bool accepts(std::size_t depth) const { return places_[depth][latin_.size()]; }

 private:
  using Places = std::bitset<longest_romanized + 1>;

  void go_along(const RomanizedLetter* letter, const Places& from, Places& to) const;
  void arrive(Places& places, std::size_t at, bool before_vowels) const;

  std::string latin_;
  std::u32string taken_;
  std::vector<Places> places_;  ///< in the Latin word, by how many letters were taken
};

/// Accepts the Latin words that one word in another script can be written as.
class ToLatinAutomaton {
 public:
  /// `word` is a term; if any of its characters is not in the table, nothing is accepted.
  explicit ToLatinAutomaton(std::string_view word);

  bool step(std::size_t depth, char32_t c);
  bool accepts(std::size_t depth) const;

  /// The characters that accepted words begin with.
  std::string first_letters() const;

 private:
  struct Way {
    std::string_view text;
    std::size_t end = 0;  ///< the letter behind it
    bool before_vowels = false;
  };
  struct Letter {
    std::vector<Way> ways;
    bool silent = false;
  };

  /// A place in the word: before a letter, or inside of one of its ways.
  struct Place {
    std::size_t letter = 0;
    Way rest = {};       ///< of the way; its text is empty before a letter
    char doubled = 0;    ///< what may come once more, before the letter
    bool vowel = false;  ///< may come before the letter
  };
  using Places = std::vector<Place>;

  void add_ways(std::size_t letter, const RomanizedLetter* known, std::size_t end);
  void arrive(Places& places, Place place) const;
  void go_along(const Place& place, Way way, char c, Places& next) const;
  void advance(const Place& place, char c, Places& next) const;

  std::vector<Letter> letters_;
  std::vector<Places> places_;  ///< by how many characters were taken
};

}  // namespace news
