// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/page/body_hints.hpp"
#include "indexer/reader/page/page_outline.hpp"
#include "indexer/reader/page/story_region.hpp"

#include <cstddef>
#include <vector>

namespace news {

/// The blocks of a region that are the article's text: without furniture, title, standfirst,
/// byline and labels.
std::vector<std::size_t> story_blocks(const PageOutline& outline, const PageRegion& region,
                                      const BodyHints& hints);

}  // namespace news
