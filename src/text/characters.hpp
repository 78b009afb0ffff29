// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace news {

/// What a code point is to the tokenizer.
enum class CharKind : std::uint8_t {
  separator,  ///< between words
  letter,     ///< in a word; a boundary never falls between two letters or digits
  digit,      ///< a decimal digit
  complex,    ///< where only ICU knows the boundaries or the folded form
};

/// A code point with its folded forms. A text of code points none of which is complex is folded one
/// code point at a time, and gives what folding the whole gives.
struct CharInfo {
  CharKind kind = CharKind::complex;
  bool stemmable = false;  ///< a letter of a script whose languages have endings to strip
  std::uint8_t folded_size = 0;
  std::uint8_t plain_size = 0;
  std::array<char, 6> folded_bytes{};  ///< fold_case of the code point
  std::array<char, 6> plain_bytes{};   ///< fold_marks of that

  std::string_view folded() const { return {folded_bytes.data(), folded_size}; }
  std::string_view plain() const { return {plain_bytes.data(), plain_size}; }
};

namespace char_table {

inline constexpr std::size_t block_size = 256;
/// Up to and with General Punctuation: every alphabet of Europe, Arabic, and the quotation marks
/// and dashes of news text.
inline constexpr std::size_t block_count = 0x2100 / block_size;

using Block = std::array<CharInfo, block_size>;

/// The blocks that are filled.
extern std::array<std::atomic<const Block*>, block_count> ready;

/// What every character behind the table is.
inline constexpr CharInfo complex_char;

const Block& fill(std::size_t number);

}  // namespace char_table

/// Facts about `c`, looked up in a table that is filled from ICU block by block as it is needed.
/// Safe to call from several threads.
inline const CharInfo& char_info(char32_t c) {
  const std::size_t number = c / char_table::block_size;
  if (number >= char_table::block_count) return char_table::complex_char;
  const char_table::Block* block = char_table::ready[number].load(std::memory_order_acquire);
  return (block != nullptr ? *block : char_table::fill(number))[c % char_table::block_size];
}

/// Whether `c` can be part of a word: a letter, mark, decimal digit, letter-like number or
/// subscript digit.
bool is_word_char(char32_t c);

/// Whether `c` is invisible inside a word: a soft hyphen, a joiner, a direction mark.
bool is_invisible(char32_t c);

/// Whether a subscript digit: part of the word before it, as in a chemical formula.
bool is_subscript_digit(char32_t c);

/// Whether `c` is a letter, or a mark on one, of a script whose languages have endings to strip.
bool is_stemmable(char32_t c);

bool is_hebrew(char32_t c);

/// The value of a decimal digit of any script, -1 for what is none.
int digit_value(char32_t c);

}  // namespace news
