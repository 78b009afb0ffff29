// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/display_width.hpp"

#include "news/base/utf8.hpp"

#include <unicode/uchar.h>

namespace news {

namespace {

constexpr bool is_printable_ascii(char c) { return c >= ' ' && c < '\x7F'; }

}  // namespace

std::size_t display_width(char32_t c) {
  if (c < 0x7F && is_printable_ascii(static_cast<char>(c))) return 1;
  const auto point = static_cast<UChar32>(c);
  constexpr auto unseen = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK;
  if ((U_GET_GC_MASK(point) & unseen) != 0) return 0;
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t display_width(std::string_view line) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < line.size();) {
    if (is_printable_ascii(line[at])) {
      ++columns;
      ++at;
    } else {
      columns += display_width(utf8::decode(line, at));
    }
  }
  return columns;
}

std::string shortened(std::string_view line, std::size_t columns, Keep keep) {
  std::size_t width = display_width(line);
  if (width <= columns) return std::string(line);
  if (columns == 0) return {};
  // The ellipsis takes a column.
  if (keep == Keep::end) {
    std::size_t at = 0;
    while (width > columns - 1) width -= display_width(utf8::decode(line, at));
    return "…" + std::string(line.substr(at));
  }
  std::size_t used = 0;
  std::size_t end = 0;
  for (std::size_t at = 0; at < line.size(); end = at) {
    used += display_width(utf8::decode(line, at));
    if (used > columns - 1) break;
  }
  return std::string(line.substr(0, end)) + "…";
}

}  // namespace news
