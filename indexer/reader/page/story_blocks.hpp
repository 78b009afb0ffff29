// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/page/page_outline.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace news {

/// The blocks of a region that are the article's text: without furniture, the title, and what
/// stands before the first paragraph and behind the last.
std::vector<std::size_t> story_blocks(const PageOutline& outline, BlockRange region,
                                      std::string_view title);

}  // namespace news
