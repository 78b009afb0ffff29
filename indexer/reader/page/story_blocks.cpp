// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/story_blocks.hpp"

#include "indexer/reader/page/furniture.hpp"
#include "news/text/whitespace.hpp"

#include <algorithm>

namespace news {

namespace {

constexpr double most_links = 0.6;
constexpr double most_for_standfirst = 0.3;
constexpr double most_before_standfirst = 0.2;

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
    for (NodeId node = 0; node < document.size();) {
      const BlockRange blocks = outline_.blocks_in(node);
      const bool links = is_list(document[node].tag) && !blocks.empty() &&
                         outline_.link_weight(blocks) >= most_links * outline_.weight(blocks);
      if (links) forget(blocks);
      node = links ? document[node].end : node + 1;
    }
    drop([&](std::size_t i) {
      return !block(i).prose && !block(i).item && block(i).link_density() > most_links;
    });
  }

  void drop_title(std::string_view title) {
    const std::string folded = fold_whitespace(title);
    drop([&](std::size_t i) {
      return block(i).heading && (outline_.document()[block(i).container].tag == HtmlTag::h1 ||
                                  fold_whitespace(block(i).text) == folded);
    });
  }

  /// The summary between title and text, if it is called so.
  void drop_standfirst() {
    const HtmlDocument& document = outline_.document();
    const double prose = outline_.prose_weight(region_);
    for (NodeId node = 0; node < document.size();) {
      const BlockRange blocks = outline_.blocks_in(node);
      const bool standfirst =
          outline_.cues(node).has(NameCue::standfirst) && !blocks.empty() &&
          region_.holds(blocks) && outline_.prose_weight(blocks) < most_for_standfirst * prose &&
          outline_.prose_weight({region_.begin, blocks.begin}) < most_before_standfirst * prose;
      if (standfirst) forget(blocks);
      node = standfirst ? document[node].end : node + 1;
    }
  }

  /// Lines that are no paragraphs, items or rows: dates, credits, labels of what is not text.
  void drop_labels() {
    const HtmlDocument& document = outline_.document();
    drop([&](std::size_t i) {
      const HtmlTag tag = document[block(i).container].tag;
      const bool loose = tag == HtmlTag::div || tag == HtmlTag::section ||
                         tag == HtmlTag::article || tag == HtmlTag::figure;
      // Text beside other text in the same element is a line of it.
      const BlockRange beside = outline_.blocks_in(block(i).container);
      return loose && beside.end - beside.begin == 1 && !block(i).prose && !block(i).item &&
             !block(i).in_table && !block(i).quote && !block(i).heading &&
             !ends_sentence(block(i).text);
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
    drop([&](std::size_t i) { return (i < first || i >= last) && !is_paragraph(i); });
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

  static bool is_list(HtmlTag tag) {
    return tag == HtmlTag::ul || tag == HtmlTag::ol || tag == HtmlTag::dl;
  }

  void forget(BlockRange blocks) {
    for (std::size_t i = blocks.begin; i < blocks.end; ++i) kept_[i] = false;
  }

  bool is_paragraph(std::size_t i) const {
    const HtmlTag tag = outline_.document()[block(i).container].tag;
    return tag == HtmlTag::p || tag == HtmlTag::pre || block(i).item || block(i).in_table ||
           block(i).quote;
  }

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
  sieve.drop_standfirst();
  sieve.drop_labels();
  sieve.drop_ends();
  return sieve.kept();
}

}  // namespace news
