// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/page/page_outline.hpp"

namespace news {

/// The blocks of the element, or the row of elements, that holds the article's text.
BlockRange story_region(const PageOutline& outline);

}  // namespace news
