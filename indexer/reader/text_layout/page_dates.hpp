// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/text_layout/page_view.hpp"
#include "news/article/article.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace news {

/// A page's dates and where they stand.
struct PageDates {
  std::optional<Timestamp> published;
  std::optional<Timestamp> modified;
  std::size_t line = PageView::no_line;  ///< of `published`
  std::vector<std::size_t> used;         ///< every line with a date of the story
};

/// The dates of a story: one labelled as that of publication; else one without a label nearest to
/// the title; else one labelled as an update, which is `modified` if there is another. Dates of
/// other stories stand behind the story and have no label. The time of day may stand in the line
/// below a date, or with a label in the one above.
PageDates find_page_dates(const PageView& page, std::size_t title_line);

}  // namespace news
