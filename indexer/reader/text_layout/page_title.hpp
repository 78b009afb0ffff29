// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/text_layout/page_view.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace news {

/// A page's title and where it stands.
struct PageTitle {
  std::size_t line = PageView::no_line;
  std::string text;
  std::string outlet;             ///< where a line is "Title - Outlet"
  std::vector<std::size_t> used;  ///< the lines that say it

  bool found() const { return line != PageView::no_line; }
};

/// The title: a line that is repeated with the outlet behind it; else, right over a byline or date,
/// the one that shares most with the story; else the first line that shares enough with it and is
/// no menu, date, byline or picture caption; else the only line that can be one.
PageTitle find_page_title(const PageView& page);

}  // namespace news
