// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/snippet/assembly.hpp"

#include <algorithm>

namespace news {

namespace {

/// Appends a highlight; one that overlaps the last becomes a part of it.
void add_highlight(ByteRange range, std::vector<ByteRange>& highlights) {
  if (!highlights.empty() && range.begin < highlights.back().end) {
    highlights.back().end = std::max(highlights.back().end, range.end);
  } else {
    highlights.push_back(range);
  }
}

void append(std::string_view text, ByteRange range, std::span<const Match> matches, Room& room,
            Snippet& snippet) {
  const std::size_t offset = snippet.text.size();
  snippet.text += range.in(text);
  std::replace(snippet.text.begin() + static_cast<std::ptrdiff_t>(offset), snippet.text.end(), '\n',
               ' ');
  for (const Match& match : matches) {
    if (match.range.end <= range.begin || match.range.begin >= range.end) continue;
    const ByteRange whole = room.whole_characters(match.range);
    const std::size_t begin = std::max(whole.begin, range.begin) - range.begin;
    const std::size_t end = std::min(whole.end, range.end) - range.begin;
    add_highlight({begin + offset, end + offset}, snippet.highlights);
  }
}

}  // namespace

Snippet assemble(std::string_view text, std::span<const Passage> passages,
                 std::span<const Match> matches, Room& room) {
  Snippet snippet;
  for (const Passage& passage : passages) {
    if (!snippet.text.empty()) {
      snippet.text += joint;
    } else if (passage.cut_before) {
      snippet.text += cut_mark;
    }
    append(text, passage.range, matches, room, snippet);
  }
  if (!passages.empty() && passages.back().cut_behind) snippet.text += cut_mark;
  return snippet;
}

}  // namespace news
