// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/base/byte_range.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// A stretch of a line, all of it highlighted or none.
struct TextPiece {
  std::string text;
  bool highlighted = false;

  friend bool operator==(const TextPiece&, const TextPiece&) = default;
};
using TextLine = std::vector<TextPiece>;

/// A text in lines that are at most so many columns wide (at least 2), with its highlights, which
/// are in order. Lines break at spaces, and in Chinese and Japanese between characters, but not
/// before a closing mark or behind an opening one; what is wider than a line is broken where it has
/// to be, never before a mark that combines. What a terminal must not be given is left out, as
/// printable() does it. An empty text has no line.
std::vector<TextLine> wrap(std::string_view text, const std::vector<ByteRange>& highlights,
                           std::size_t columns);

/// What of some ranges, which are in order, is inside of `part`, counted from its beginning.
std::vector<ByteRange> ranges_in(const std::vector<ByteRange>& ranges, ByteRange part);

}  // namespace news
