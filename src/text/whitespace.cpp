// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/whitespace.hpp"

#include "news/base/utf8.hpp"

#include <bit>
#include <cstdint>

#include "base/load_bytes.hpp"

namespace news {

namespace {

constexpr bool is_line_end(char32_t c) {
  return c == U'\n' || c == U'\r' || c == U'\f' || c == U'\v' || c == U'\u0085' || c == U'\u2028' ||
         c == U'\u2029';
}

/// White space of Unicode, control characters, and what is printed as nothing by mistake: a byte
/// order mark inside a text, and non-characters.
constexpr bool is_space_or_control(char32_t c) {
  return c <= U' ' || (c >= 0x7F && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         is_line_end(c) || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF ||
         (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFEU) == 0xFFFE;
}

/// Whether folding leaves `c` alone wherever it stands. U+FFFD may be there for ill-formed bytes.
constexpr bool is_ordinary(char32_t c) { return c != utf8::replacement && !is_space_or_control(c); }

/// Moves over ASCII that folding leaves alone, eight bytes at a time: what is printed, and spaces
/// that stand alone. Stops at, or a little before, what may not be. The byte before `at` is no
/// space.
std::size_t skip_plain(std::string_view text, std::size_t at) {
  constexpr std::uint64_t tops = 0x8080808080808080;
  constexpr std::uint64_t ones = 0x0101010101010101;
  std::uint64_t space_before = 0;
  for (; at + 8 <= text.size(); at += 8) {
    const std::uint64_t bytes = load_bytes(text.data() + at);
    const std::uint64_t low = bytes & ~tops;
    // The top bit of each byte tells what holds for it.
    const std::uint64_t from_space = low + ones * (0x80 - ' ');
    const std::uint64_t behind_space = low + ones * (0x80 - ' ' - 1);
    const std::uint64_t delete_char = low + ones;
    const std::uint64_t spaces = from_space & ~behind_space & ~bytes & tops;
    const std::uint64_t odd = (bytes | delete_char | ~from_space) & tops;
    const std::uint64_t stop = odd | (spaces & (spaces << 8U | space_before));
    if (stop != 0) return at + static_cast<std::size_t>(std::countr_zero(stop)) / 8;
    space_before = spaces >> 56U;
  }
  return at;
}

/// The end of the longest part of `text` from `at` on that folding leaves alone, but maybe for one
/// space at its end. The character before `at` is an ordinary one.
std::size_t run_end(std::string_view text, std::size_t at) {
  while (true) {
    at = skip_plain(text, at);
    if (at == text.size()) return at;
    std::size_t behind = at;
    const char32_t c = utf8::decode(text, behind);
    const bool space_alone = c == U' ' && text[at - 1] != ' ';
    if (!space_alone && !is_ordinary(c)) return at;
    at = behind;
    // The next word may begin with anything, but not with a second space.
    if (space_alone && (at == text.size() || text[at] == ' ')) return at;
  }
}

/// Whether fold() gives the text itself.
bool is_folded(std::string_view text, char line_end) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_ordinary(utf8::decode(text, at))) return false;
    at = run_end(text, at);
    if (text[at - 1] == ' ') return false;
    if (at == text.size()) return true;
    if (line_end != '\n' || text[at] != '\n' || ++at == text.size()) return false;
  }
  return true;
}

/// Appends the text with its spaces folded; line ends become `line_end`.
std::string fold(std::string_view text, char line_end) {
  std::string out;
  out.reserve(text.size());
  char pending = '\0';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = utf8::decode(text, at);
    if (is_space_or_control(c)) {
      if (is_line_end(c)) {
        pending = line_end;
      } else if (pending == '\0') {
        pending = ' ';
      }
      continue;
    }
    if (pending != '\0' && !out.empty()) out.push_back(pending);
    pending = '\0';
    if (c == utf8::replacement) {
      utf8::append(out, c);
      continue;
    }
    at = run_end(text, at);
    const bool space_last = text[at - 1] == ' ';
    out.append(text, start, at - start - (space_last ? 1 : 0));
    if (space_last) pending = ' ';
  }
  return out;
}

}  // namespace

std::string fold_whitespace(std::string_view text) { return fold(text, ' '); }

std::string fold_paragraphs(std::string_view text) { return fold(text, '\n'); }

void fold_whitespace_in_place(std::string& text) {
  if (!is_folded(text, ' ')) text = fold(text, ' ');
}

void fold_paragraphs_in_place(std::string& text) {
  if (!is_folded(text, '\n')) text = fold(text, '\n');
}

}  // namespace news
