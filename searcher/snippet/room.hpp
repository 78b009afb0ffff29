// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/base/byte_range.hpp"
#include "news/text/cut_points.hpp"

#include <cstddef>
#include <string_view>

namespace news {

/// How much of a text fits a number of terminal columns. Characters that take none, such as marks,
/// are bounded, too: to `max_bytes_per_column`. A line end is shown as a space and takes one.
/// For one thread.
class Room {
 public:
  static constexpr std::size_t max_bytes_per_column = 12;

  /// `text` must outlive it.
  explicit Room(std::string_view text) : text_(text) {}

  bool fits(ByteRange range, std::size_t columns) const {
    return range.size() <= columns || end_of_columns(range, columns) == range.end;
  }

  /// The columns that a range takes; bytes count where they are too many.
  std::size_t columns_of(ByteRange range) const;

  /// Behind the last word of the range that ends within the columns, without a comma or the like.
  std::size_t end_within(ByteRange range, std::size_t columns);

  /// The first word that begins at most so many columns before the end of the range.
  std::size_t begin_within(ByteRange range, std::size_t columns);

  /// `range` or a little more of the text, so that no character is divided.
  ByteRange whole_characters(ByteRange range);

 private:
  std::size_t end_of_columns(ByteRange range, std::size_t columns) const;

  std::string_view text_;
  CutPoints cuts_;
};

}  // namespace news
