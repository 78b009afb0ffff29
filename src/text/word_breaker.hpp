// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/text/tokenizer.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/boundaries.hpp"
#include "text/characters.hpp"

namespace news {

/// A run of letters and digits with no word boundary inside it.
struct Atom {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t chars = 0;   ///< code points
  bool letters_only = true;  ///< letters and their marks
  bool stemmable = true;     ///< every letter is of a script with endings
  bool starts_digit = false;
  bool ends_digit = false;
  bool ends_subscript = false;
  bool simple = true;  ///< folds one code point at a time, by char_info
};

/// Finds the atoms of a piece of text: by the table of characters where that is enough, else by
/// ICU's word boundaries. Both give the same atoms where both apply.
class WordBreaker {
 public:
  explicit WordBreaker(Tokenizer::Boundaries boundaries)
      : icu_only_(boundaries == Tokenizer::Boundaries::icu_only) {}

  /// Appends the atoms of text[begin, end) to `atoms`. The piece must begin and end at a word
  /// boundary and have no white space inside.
  void find_atoms(std::string_view text, std::size_t begin, std::size_t end,
                  std::vector<Atom>& atoms);

 private:
  static bool find_simple_atoms(std::string_view text, std::size_t begin, std::size_t end,
                                std::vector<Atom>& atoms);
  void find_atoms_with_icu(std::string_view text, std::size_t begin, std::size_t end,
                           std::vector<Atom>& atoms);

  bool icu_only_;
  Boundaries words_{Boundaries::Kind::words};
};

}  // namespace news
