// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/whitespace.hpp"

#include "news/base/utf8.hpp"

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
    } else {
      out.append(text, start, at - start);
    }
  }
  return out;
}

}  // namespace

std::string fold_whitespace(std::string_view text) { return fold(text, ' '); }

std::string fold_paragraphs(std::string_view text) { return fold(text, '\n'); }

}  // namespace news
