// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/printable.hpp"

#include "news/base/utf8.hpp"

namespace news {

namespace {

constexpr bool is_control(char32_t c) { return c < U' ' || (c >= 0x7F && c < 0xA0); }

/// Embeddings, overrides and isolates; a page that leaves one open would turn the rest of the
/// screen. The plain direction marks are harmless.
constexpr bool turns_direction(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

constexpr bool is_line_separator(char32_t c) { return c == 0x2028 || c == 0x2029; }

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::decode(text, at);
    if (turns_direction(c)) continue;
    utf8::append(out, is_control(c) || is_line_separator(c) ? U' ' : c);
  }
  return out;
}

}  // namespace news
