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
/// labelled date. Rules, best first:
///
///   title    a line that is repeated with the outlet behind it; else the first line that shares
///            enough words with the story and is no menu, date, byline or picture caption
///   dates    a date labelled as that of publication; else one without a label nearest to the
///   title;
///            else one labelled as an update, which is `modified` if there is another. Dates of
///            other stories stand behind the story and have no label.
///   authors  a line that opens like a byline; else one that is only a name, next to title or date
///   outlet   a short line above the title that comes again in a legal line, has the name of a
///            medium in it, or follows the title
PageHead read_page_head(const std::vector<LineForm>& forms, StoryRegion story);

}  // namespace news
