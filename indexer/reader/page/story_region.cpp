// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/story_region.hpp"

#include "indexer/reader/page/furniture.hpp"

#include <vector>

namespace news {

namespace {

/// What a block that is no prose takes from the worth of the element around it.
constexpr double label_cost = 10;
/// How much of the best element's worth one inside must have to be taken for it.
constexpr double enough_for_story = 0.5;
constexpr double enough_for_article = 0.6;
constexpr double enough_for_any = 0.9;

/// The sums of the blocks' worth, as PageOutline has them of their weight.
std::vector<double> worth_sums(const PageOutline& outline) {
  const std::vector<bool> furniture = furniture_blocks(outline, outline.all());
  std::vector<double> sums = {0};
  for (std::size_t i = 0; i < outline.blocks().size(); ++i) {
    const TextBlock& block = outline.blocks()[i];
    double worth = 0;
    if (!block.prose && !block.heading) worth = -label_cost;
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
      : outline_(outline), document_(outline.document()), sums_(worth_sums(outline)) {}

  BlockRange choose() const {
    const NodeId best = best_in(HtmlDocument::root, [](NodeId) { return true; });
    const double worth = worth_of(best);
    const NodeId story =
        best_in(best, [&](NodeId node) { return outline_.cues(node).has(NameCue::story); });
    if (worth_of(story) >= enough_for_story * worth) return outline_.blocks_in(story);
    const NodeId article =
        best_in(best, [&](NodeId node) { return document_[node].tag == HtmlTag::article; });
    if (article != best && worth_of(article) >= enough_for_article * worth) {
      return outline_.blocks_in(descended(article));
    }
    return outline_.blocks_in(descended(best));
  }

 private:
  double worth_of(NodeId node) const {
    const BlockRange blocks = outline_.blocks_in(node);
    return blocks.empty() ? 0 : sums_[blocks.end] - sums_[blocks.begin];
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

  /// Goes down as long as one child has nearly everything.
  NodeId descended(NodeId node) const {
    const double enough = enough_for_any * worth_of(node);
    for (NodeId child = node + 1; child < document_[node].end;) {
      if (document_.is_text(child) || worth_of(child) < enough) {
        child = document_[child].end;
      } else {
        node = child++;
      }
    }
    return node;
  }

  const PageOutline& outline_;
  const HtmlDocument& document_;
  std::vector<double> sums_;
};

}  // namespace

BlockRange story_region(const PageOutline& outline) { return Chooser(outline).choose(); }

}  // namespace news
