// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/page/page_outline.hpp"

namespace news {

/// Where the article's text is.
struct PageRegion {
  BlockRange blocks;
  NodeId piece = HtmlDocument::root;  ///< an element that is called as all pieces of the story are
};

/// The element, or the row of elements, that holds the article's text.
PageRegion story_region(const PageOutline& outline);

}  // namespace news
