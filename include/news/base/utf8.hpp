// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace news::utf8 {

inline constexpr char32_t replacement = 0xFFFD;

/// True if all of `text` is well-formed UTF-8.
bool is_valid(std::string_view text);

/// decode() where the byte at `at` is not ASCII.
char32_t decode_multibyte(std::string_view text, std::size_t& at);

/// The code point that starts at `at`, which is moved behind it. Ill-formed input yields
/// `replacement` and moves on by the length of the ill-formed part, at least one byte.
/// Requires at < text.size().
inline char32_t decode(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first >= 0x80) return decode_multibyte(text, at);
  ++at;
  return first;
}

/// The first and the last code point of `text`, which must not be empty.
char32_t first(std::string_view text);
char32_t last(std::string_view text);

/// Appends the UTF-8 form of `c`.
void append(std::string& out, char32_t c);

/// `text` with every ill-formed part replaced by U+FFFD.
std::string repair(std::string_view text);

/// The longest start of `text` that has at most `max_bytes` bytes and ends between two characters.
std::string_view truncate(std::string_view text, std::size_t max_bytes);

/// The number of code points in well-formed UTF-8.
std::size_t count(std::string_view text);

}  // namespace news::utf8
