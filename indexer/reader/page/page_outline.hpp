// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/markup/html_document.hpp"
#include "indexer/reader/page/name_cues.hpp"
#include "indexer/reader/page/text_blocks.hpp"

#include <cstddef>
#include <vector>

namespace news {

/// Blocks [begin, end) of a page.
struct BlockRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool empty() const { return begin >= end; }
  bool holds(BlockRange other) const { return begin <= other.begin && other.end <= end; }
};

/// A page as extraction sees it: its blocks, what the names of its elements say, and how much text
/// of which kind each element holds, which is told without going through it.
class PageOutline {
 public:
  explicit PageOutline(const HtmlDocument& document);

  const HtmlDocument& document() const { return document_; }
  const std::vector<TextBlock>& blocks() const { return blocks_; }
  NameCues cues(NodeId node) const { return cues_[node]; }

  BlockRange all() const { return {0, blocks_.size()}; }
  BlockRange blocks_in(NodeId node) const {
    return {first_block_[node], first_block_[document_[node].end]};
  }
  double weight(BlockRange range) const { return difference(weight_, range); }
  double link_weight(BlockRange range) const { return difference(link_weight_, range); }
  double prose_weight(BlockRange range) const { return difference(prose_weight_, range); }

 private:
  static double difference(const std::vector<double>& sums, BlockRange range) {
    return range.empty() ? 0 : sums[range.end] - sums[range.begin];
  }

  const HtmlDocument& document_;
  std::vector<TextBlock> blocks_;
  std::vector<NameCues> cues_;
  std::vector<std::size_t> first_block_;  ///< by node: the first that does not begin before it
  // Sums over all blocks before one.
  std::vector<double> weight_;
  std::vector<double> link_weight_;
  std::vector<double> prose_weight_;
};

}  // namespace news
