// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/text_layout/line_form.hpp"
#include "indexer/reader/text_layout/story_region.hpp"

#include <string>
#include <vector>

namespace news {

/// The paragraphs of a page's story: its lines without what interrupts it.
///
/// Between two paragraphs, a short line alone is a sub-heading and stays; so do sentences and
/// lists. Pointers to other stories, labels of advertisements, picture credits and captions,
/// quotations pulled out of the text, and boxes of several lines go; but boxes that make up much of
/// the text are the story's own tables, and stay.
std::vector<std::string> story_paragraphs(const std::vector<LineForm>& forms, StoryRegion story);

}  // namespace news
