// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/interactive/frame.hpp"
#include "searcher/match/search_result.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace news {

/// A hit's whole article in lines of so many columns: title, what is known of it, where else its
/// story is, URL, and the paragraphs, with what the query asks for lit up; of a body the first
/// 256 KiB.
std::vector<ScreenLine> article_lines(const Hit& hit, std::size_t columns);

/// A text that is as wide as it is, such as a description of the index, in such lines.
std::vector<ScreenLine> text_lines(const std::string& text, std::size_t columns);

/// A text of one paragraph, wrapped.
std::vector<ScreenLine> paragraph_lines(const std::string& text, std::size_t columns);

/// Lines of which some are in view.
class ArticleView {
 public:
  /// Shows other lines from their beginning.
  void show(std::vector<ScreenLine> lines);

  /// Shows the same lines in another width, from about the same place.
  void reflow(std::vector<ScreenLine> lines);

  /// Of how many rows the view is; keeps the last line at its end.
  void resize(std::size_t rows);

  void scroll(int rows);
  void page(int pages);

  /// Goes to the next line (1) or the one before (-1) with something lit up, so that it is on top;
  /// false if there is none.
  bool seek(int direction);

  const std::vector<ScreenLine>& lines() const { return lines_; }
  std::size_t top() const { return top_; }

 private:
  std::size_t last_top() const;

  std::vector<ScreenLine> lines_;
  std::size_t rows_ = 0;
  std::size_t top_ = 0;
};

}  // namespace news
