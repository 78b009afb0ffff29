// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/text_layout/line_form.hpp"
#include "indexer/reader/text_layout/story_region.hpp"
#include "news/article/article.hpp"

#include <optional>
#include <string>
#include <vector>

namespace news {

/// What the lines around a story say about it. `used` marks the lines that said it.
struct PageHead {
  std::string title;
  std::vector<std::string> authors;
  std::optional<Timestamp> published;
  std::optional<Timestamp> modified;
  std::string outlet;
  std::string section;
  std::vector<bool> used;
};

/// Reads the lines before the story, and those behind it where they name the outlet or bear a
/// labelled date. The rules are those of find_page_title, find_page_dates, find_page_authors and
/// find_outlet_name; the section is the end of a breadcrumb trail.
PageHead read_page_head(const std::vector<LineForm>& forms, StoryRegion story);

}  // namespace news
