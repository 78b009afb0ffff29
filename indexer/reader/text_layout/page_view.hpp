// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/text_layout/line_form.hpp"
#include "indexer/reader/text_layout/story_region.hpp"
#include "indexer/reader/text_layout/vocabulary.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace news {

/// A page as those see it that read its head.
struct PageView {
  const std::vector<LineForm>& forms;
  StoryRegion story;
  Vocabulary& vocabulary;  ///< the story's
  std::string masthead;    ///< the outlet's name as it stands over the story; may be empty

  static constexpr std::size_t no_line = std::string::npos;
};

}  // namespace news
