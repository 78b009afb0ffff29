// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/text/cut_points.hpp"
#include "searcher/interactive/key.hpp"

#include <cstddef>
#include <string>

namespace news {

/// The line that a query is typed into, with a cursor between two of its characters (grapheme
/// clusters), and the keys that readline's users know.
class QueryLine {
 public:
  /// The cursor is behind the text.
  explicit QueryLine(std::string text = {});

  const std::string& text() const { return text_; }

  /// In bytes.
  std::size_t cursor() const { return cursor_; }

  /// Does what a key stands for; false if that is nothing that concerns a line. Text that would
  /// make the line longer than a query may be is not taken.
  bool take(const Key& key);

 private:
  bool take_control(char32_t letter);
  void insert(char32_t c);
  void remove(std::size_t begin, std::size_t end);
  std::size_t before_cursor();
  std::size_t behind_cursor();
  std::size_t word_begin() const;

  std::string text_;
  std::size_t cursor_ = 0;
  CutPoints cuts_;
};

/// What of a line can be seen in so many columns, with the cursor in it: the byte that it begins
/// with.
std::size_t first_visible(const QueryLine& line, std::size_t columns);

}  // namespace news
