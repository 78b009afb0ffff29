// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/story_blocks.hpp"

#include "indexer/reader/page/furniture.hpp"
#include "news/text/whitespace.hpp"

#include <algorithm>

namespace news {

namespace {

constexpr double most_links = 0.6;

/// Which blocks stay, in steps; each looks at what the ones before have left.
class Sieve {
 public:
  Sieve(const PageOutline& outline, BlockRange region)
      : outline_(outline), region_(region), kept_(outline.blocks().size()) {
    std::fill(kept_.begin() + static_cast<std::ptrdiff_t>(region.begin),
              kept_.begin() + static_cast<std::ptrdiff_t>(region.end), true);
  }

  void drop_furniture() {
    const auto furniture = furniture_blocks(outline_, region_);
    drop([&](std::size_t i) { return furniture[i] || block(i).caption; });
  }

  /// Whole lists of links, and other lines that are links.
  void drop_links() {
    const HtmlDocument& document = outline_.document();
    for (NodeId node = 0; node < document.size(); ++node) {
      const HtmlTag tag = document[node].tag;
      if (tag != HtmlTag::ul && tag != HtmlTag::ol && tag != HtmlTag::dl) continue;
      const BlockRange blocks = outline_.blocks_in(node);
      if (outline_.link_weight(blocks) < most_links * outline_.weight(blocks)) continue;
      for (std::size_t i = blocks.begin; i < blocks.end; ++i) kept_[i] = false;
    }
    drop([&](std::size_t i) { return block(i).link_density() > most_links; });
  }

  void drop_title(std::string_view title) {
    const std::string folded = fold_whitespace(title);
    drop([&](std::size_t i) {
      return block(i).heading && (outline_.document()[block(i).container].tag == HtmlTag::h1 ||
                                  fold_whitespace(block(i).text) == folded);
    });
  }

  /// Labels before the first paragraph, and behind the last.
  void drop_ends() {
    const auto is_text = [&](std::size_t i) { return kept_[i] && block(i).prose; };
    std::size_t first = region_.begin;
    while (first < region_.end && !is_text(first)) ++first;
    if (first == region_.end) return;
    std::size_t last = region_.end;
    while (!is_text(last - 1)) --last;
    drop([&](std::size_t i) { return i < first || i >= last; });
  }

  std::vector<std::size_t> kept() const {
    std::vector<std::size_t> blocks;
    for (std::size_t i = region_.begin; i < region_.end; ++i) {
      if (kept_[i]) blocks.push_back(i);
    }
    return blocks;
  }

 private:
  const TextBlock& block(std::size_t i) const { return outline_.blocks()[i]; }

  template <typename Is>
  void drop(Is is) {
    for (std::size_t i = region_.begin; i < region_.end; ++i) {
      if (kept_[i] && is(i)) kept_[i] = false;
    }
  }

  const PageOutline& outline_;
  BlockRange region_;
  std::vector<bool> kept_;
};

}  // namespace

std::vector<std::size_t> story_blocks(const PageOutline& outline, BlockRange region,
                                      std::string_view title) {
  Sieve sieve(outline, region);
  sieve.drop_furniture();
  sieve.drop_links();
  sieve.drop_title(title);
  sieve.drop_ends();
  return sieve.kept();
}

}  // namespace news
