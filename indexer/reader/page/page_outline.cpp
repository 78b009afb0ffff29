// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/page_outline.hpp"

namespace news {

PageOutline::PageOutline(const HtmlDocument& document)
    : document_(document), blocks_(text_blocks(document)), cues_(document.size()) {
  first_block_.reserve(document.size() + std::size_t{1});
  std::size_t block = 0;
  for (NodeId node = 0; node < document.size(); ++node) {
    while (block < blocks_.size() && blocks_[block].begin < node) ++block;
    first_block_.push_back(block);
    if (!document.is_text(node)) cues_[node] = name_cues(document, node);
  }
  first_block_.push_back(blocks_.size());
  weight_.reserve(blocks_.size() + 1);
  link_weight_.reserve(blocks_.size() + 1);
  prose_weight_.reserve(blocks_.size() + 1);
  double weight = 0;
  double link_weight = 0;
  double prose_weight = 0;
  const auto write_down = [&] {
    weight_.push_back(weight);
    link_weight_.push_back(link_weight);
    prose_weight_.push_back(prose_weight);
  };
  write_down();
  for (const TextBlock& one : blocks_) {
    weight += one.weight;
    link_weight += one.link_weight;
    if (one.prose) prose_weight += one.weight - one.link_weight;
    write_down();
  }
}

}  // namespace news
