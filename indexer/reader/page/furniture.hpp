// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/page/page_outline.hpp"

#include <vector>

namespace news {

/// For each block, whether it stands in an element that its tag or names call furniture: related
/// stories, sharing, captions, bylines, comments, navigation. An element that has too much of the
/// prose of `range` is none, whatever it is called; nor is one that holds an element of the tag and
/// class of `piece`, unless that is the root.
std::vector<bool> furniture_blocks(const PageOutline& outline, BlockRange range,
                                   NodeId piece = HtmlDocument::root);

}  // namespace news
