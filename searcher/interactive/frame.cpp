// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/interactive/frame.hpp"

#include "news/base/utf8.hpp"
#include "news/text/display_width.hpp"

#include <utility>

namespace news {

std::string without_joiners(std::string_view text) {
  constexpr char32_t joiner = 0x200D;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = utf8::decode(text, at);
    const bool joins =
        c == joiner || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x1F3FB && c <= 0x1F3FF);
    if (!joins) out += text.substr(begin, at - begin);
  }
  return out;
}

std::size_t display_width(const ScreenLine& line) {
  std::size_t width = 0;
  for (const Span& span : line) width += display_width(span.text);
  return width;
}

ScreenLine shortened(const ScreenLine& line, std::size_t columns) {
  if (display_width(line) <= columns) return line;
  ScreenLine out;
  std::size_t left = columns;
  for (const Span& span : line) {
    const std::size_t width = display_width(span.text);
    if (width < left) {
      out.push_back(span);
      left -= width;
      continue;
    }
    // Something is cut off here, or right behind: a space more brings out the ellipsis.
    out.push_back({shortened(span.text + "  ", left), span.look});
    break;
  }
  return out;
}

ScreenLine padded(ScreenLine line, std::size_t columns) {
  const std::size_t width = display_width(line);
  if (width < columns) line.push_back({std::string(columns - width, ' '), Look::plain});
  return line;
}

}  // namespace news
