// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/snippet/room.hpp"

#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"
#include "news/text/display_width.hpp"

#include <algorithm>

namespace news {

namespace {

std::size_t width_of(char32_t c) { return c == U'\n' ? 1 : display_width(c); }

/// The beginning of the code point before `at`.
std::size_t previous(std::string_view text, std::size_t at) {
  do {
    --at;
  } while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  return at;
}

}  // namespace

std::size_t Room::columns_of(ByteRange range) const {
  std::size_t columns = 0;
  for (std::size_t at = range.begin; at < range.end;) columns += width_of(utf8::decode(text_, at));
  return std::max(columns, range.size() / max_bytes_per_column);
}

/// Behind the last code point that fits.
std::size_t Room::end_of_columns(ByteRange range, std::size_t columns) const {
  const std::size_t stop = std::min(range.end, range.begin + columns * max_bytes_per_column);
  std::size_t used = 0;
  for (std::size_t at = range.begin; at < range.end;) {
    const std::size_t start = at;
    used += width_of(utf8::decode(text_, at));
    if (used > columns || at > stop) return start;
  }
  return range.end;
}

std::size_t Room::end_within(ByteRange range, std::size_t columns) {
  const std::size_t most = end_of_columns(range, columns);
  if (most == range.end) return most;
  std::size_t end = cuts_.word_at_or_before(text_, most);
  if (end <= range.begin) end = cuts_.character_at_or_before(text_, most);
  if (end <= range.begin) return most;
  const std::size_t kept = text_.find_last_not_of(" \n,;:-(", end - 1);
  return kept == std::string_view::npos || kept < range.begin ? end : kept + 1;
}

std::size_t Room::begin_within(ByteRange range, std::size_t columns) {
  const std::size_t bytes = std::min(range.size(), columns * max_bytes_per_column);
  std::size_t most = range.end;
  for (std::size_t used = 0; most > range.begin;) {
    std::size_t at = previous(text_, most);
    if (at < range.end - bytes) break;
    std::size_t behind = at;
    used += width_of(utf8::decode(text_, behind));
    if (used > columns) break;
    most = at;
  }
  if (most == range.begin) return most;
  std::size_t begin = std::min(cuts_.word_at_or_behind(text_, most), range.end);
  while (begin < range.end && ascii::is_space(text_[begin])) ++begin;
  return begin;
}

ByteRange Room::whole_characters(ByteRange range) {
  return {cuts_.character_at_or_before(text_, range.begin),
          cuts_.character_at_or_behind(text_, range.end)};
}

}  // namespace news
