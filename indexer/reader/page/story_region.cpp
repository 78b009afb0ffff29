// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/story_region.hpp"

#include "indexer/reader/page/furniture.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace news {

namespace {

/// What a block that is no prose takes from the worth of the element around it.
constexpr double label_cost = 10;
constexpr double most_links_in_label = 0.4;
/// Rows, items and short paragraphs without links are text of a kind.
constexpr double item_share = 0.25;
/// How much of the best element's worth one inside must have to be taken for it.
constexpr double enough_for_story = 0.3;
constexpr double enough_for_inner = 0.5;
constexpr double enough_for_first = 0.3;
constexpr double enough_for_article = 0.6;
constexpr double enough_for_any = 0.9;

double label_worth(const TextBlock& block, HtmlTag container) {
  if (block.link_density() > most_links_in_label) return -label_cost;
  const bool short_paragraph = container == HtmlTag::p && ends_sentence(block.text);
  if (block.item || block.in_table || short_paragraph) {
    return item_share * static_cast<double>(block.weight);
  }
  return -label_cost / 4;
}

/// The sums of the blocks' worth, as PageOutline has them of their weight.
std::vector<double> worth_sums(const PageOutline& outline) {
  const std::vector<bool> furniture = furniture_blocks(outline, outline.all());
  std::vector<double> sums = {0};
  for (std::size_t i = 0; i < outline.blocks().size(); ++i) {
    const TextBlock& block = outline.blocks()[i];
    double worth = 0;
    if (!block.prose && !block.heading) {
      worth = label_worth(block, outline.document()[block.container].tag);
    }
    if (block.prose && !furniture[i] && !block.caption) {
      worth = static_cast<double>(block.weight) - static_cast<double>(block.link_weight);
    }
    sums.push_back(sums.back() + worth);
  }
  return sums;
}

class Chooser {
 public:
  explicit Chooser(const PageOutline& outline)
      : outline_(outline), document_(outline.document()), sums_(worth_sums(outline)) {
    titles_before_.push_back(0);
    for (const TextBlock& block : outline.blocks()) {
      const bool title = document_[block.container].tag == HtmlTag::h1;
      titles_before_.push_back(titles_before_.back() + (title ? 1U : 0U));
    }
  }

  PageRegion choose() const {
    const NodeId best = around_paragraph(best_in(HtmlDocument::root, [](NodeId) { return true; }));
    const double worth = worth_of(best);
    const NodeId story = best_story();
    if (story != HtmlDocument::root) {
      const BlockRange row = story_row(story);
      if (worth_in(row) >= enough_for_story * worth) return {row, story};
    }
    const NodeId article =
        best_in(best, [&](NodeId node) { return document_[node].tag == HtmlTag::article; });
    if (article != best && worth_of(article) >= enough_for_article * worth) {
      return {outline_.blocks_in(descended(article))};
    }
    return {outline_.blocks_in(descended(best))};
  }

 private:
  double worth_in(BlockRange blocks) const {
    return blocks.empty() ? 0 : sums_[blocks.end] - sums_[blocks.begin];
  }
  double worth_of(NodeId node) const { return worth_in(outline_.blocks_in(node)); }

  bool is_story(NodeId node) const { return outline_.cues(node).has(NameCue::story); }

  /// The element with the most text of those that are called a story; root if there is none. Of
  /// two, one in the other, the inner one if it has the most of it.
  NodeId best_story() const {
    NodeId story = best_in(HtmlDocument::root, [&](NodeId node) { return is_story(node); });
    if (!is_story(story)) return HtmlDocument::root;
    story = first_like(story);
    for (NodeId node = story + 1; node < document_[story].end; ++node) {
      if (is_story(node) && worth_of(node) >= enough_for_inner * worth_of(story)) story = node;
    }
    // A paragraph may be called so, and all of them are.
    return document_[story].tag == HtmlTag::p ? document_[story].parent : story;
  }

  /// Of several stories, one behind the other, a page is the first one's.
  NodeId first_like(NodeId story) const {
    const double enough = enough_for_first * worth_of(story);
    for (NodeId node = 0; node < story; ++node) {
      const bool apart = document_[node].end <= story;
      if (apart && is_story(node) && worth_of(node) >= enough) return node;
    }
    return story;
  }

  /// A story may be cut into pieces by what stands between: all elements of its name in the same
  /// article.
  BlockRange story_row(NodeId story) const {
    NodeId around = document_[story].parent;
    while (around != HtmlDocument::root && document_[around].tag != HtmlTag::article) {
      around = document_[around].parent;
    }
    BlockRange row = outline_.blocks_in(story);
    const std::string_view name = document_.attribute(story, "class");
    if (name.empty()) return row;
    for (NodeId node = around + 1; node < document_[around].end; ++node) {
      if (document_[node].tag != document_[story].tag) continue;
      if (document_.attribute(node, "class") != name) continue;
      const BlockRange blocks = outline_.blocks_in(node);
      if (outline_.prose_weight(blocks) <= 0) continue;
      const BlockRange between = {std::min(row.end, blocks.end), std::max(row.begin, blocks.begin)};
      if (has_title(between)) continue;
      row = {std::min(row.begin, blocks.begin), std::max(row.end, blocks.end)};
    }
    return row;
  }

  bool has_title(BlockRange range) const {
    return !range.empty() && titles_before_[range.end] > titles_before_[range.begin];
  }

  /// The best node in a subtree, the innermost of equal ones; its root if none fits.
  template <typename Fits>
  NodeId best_in(NodeId within, Fits fits) const {
    NodeId best = within;
    double most = 0;
    for (NodeId node = within; node < document_[within].end; ++node) {
      if (document_.is_text(node) || !fits(node)) continue;
      const double worth = worth_of(node);
      if (worth <= 0 || worth < most) continue;
      most = worth;
      best = node;
    }
    return most > 0 ? best : within;
  }

  /// A story of one long paragraph is that with what stands beside it.
  NodeId around_paragraph(NodeId node) const {
    for (NodeId outer = node; outer != HtmlDocument::root; outer = document_[outer].parent) {
      if (document_[outer].tag == HtmlTag::p) node = document_[outer].parent;
    }
    return node;
  }

  /// Goes down as long as one child has nearly everything, and no paragraph stands beside it.
  NodeId descended(NodeId node) const {
    const double enough = enough_for_any * worth_of(node);
    while (true) {
      NodeId heavy = node;
      bool paragraphs = false;
      for (NodeId child = node + 1; child < document_[node].end; child = document_[child].end) {
        if (document_.is_text(child)) continue;
        const double worth = worth_of(child);
        if (worth >= enough) {
          heavy = child;
        } else {
          paragraphs |= worth > 0 && document_[child].tag == HtmlTag::p;
        }
      }
      if (heavy == node || paragraphs || document_[heavy].tag == HtmlTag::p) return node;
      node = heavy;
    }
  }

  const PageOutline& outline_;
  const HtmlDocument& document_;
  std::vector<double> sums_;
  std::vector<std::uint32_t> titles_before_;  ///< by block
};

}  // namespace

PageRegion story_region(const PageOutline& outline) { return Chooser(outline).choose(); }

}  // namespace news
