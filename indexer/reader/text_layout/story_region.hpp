// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/text_layout/line_form.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace news {

/// The lines [begin, end) of a text that are its story, with what interrupts it. Its head ends at
/// `head_end`: behind `begin` where a lead stands over the byline, else at it.
struct StoryRegion {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t head_end = 0;

  bool empty() const { return begin == end; }
};

/// Whether a line is a paragraph that a story can begin or end with.
bool is_paragraph(const LineForm& form);

/// Whether a text is a page with menus, pointers and legal lines, rather than a story alone.
bool looks_like_page(const std::vector<LineForm>& forms);

/// The lines of a region, one paragraph a line.
std::string text_of(const std::vector<LineForm>& forms, StoryRegion region);

/// Where the story of a page is: the largest run of paragraphs, without long interruptions, and
/// what goes on behind one if it is of some size, or before one if it has the same words. Empty if
/// nothing reads like a paragraph.
StoryRegion find_story(const std::vector<LineForm>& forms);

}  // namespace news
