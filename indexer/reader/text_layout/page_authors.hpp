// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/text_layout/page_view.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace news {

/// A page's authors and where they stand.
struct PageAuthors {
  std::vector<std::string> names;
  std::size_t line = PageView::no_line;
};

/// Whether a line opens like a byline: "By Jane Doe".
bool is_byline(const LineForm& form);

/// The authors of a story: of a line that opens like a byline; else of one that is only names, at
/// the date, near the title with a place or post behind them, or right under the title and over no
/// list. The words of menus and labels look like names, too, so others are not believed.
PageAuthors find_page_authors(const PageView& page, std::size_t title_line, std::size_t date_line);

}  // namespace news
