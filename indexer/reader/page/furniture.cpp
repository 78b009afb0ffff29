// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/furniture.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace news {

namespace {

/// The share of the prose up to which an element can be furniture. A name may be wrong (a class
/// "has-sidebar", a story in a form), more often than a tag; readers can write more than reporters.
constexpr double most_for_name = 0.5;
constexpr double most_for_name_with_story = 0.3;
constexpr double most_for_hidden = 0.65;
constexpr double most_for_tag = 0.4;
constexpr double most_for_comments = 0.9;

/// Comments and requests for consent can be longer than any story. Where so much prose stands
/// outside of them, that is the story.
constexpr double enough_outside = 200;

double most_for(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::aside:
    case HtmlTag::nav:
    case HtmlTag::footer:
    case HtmlTag::form:
    case HtmlTag::figcaption:
    case HtmlTag::address:
    case HtmlTag::dialog:
    case HtmlTag::menu:
    case HtmlTag::label:
    case HtmlTag::header:
    case HtmlTag::figure:
      return most_for_tag;
    default:
      return 0;
  }
}

bool is_never_furniture(HtmlTag tag) {
  return tag == HtmlTag::html || tag == HtmlTag::body || tag == HtmlTag::main ||
         tag == HtmlTag::text;
}

bool says_furniture(NameCues cues) {
  return cues.has(NameCue::furniture) || cues.has(NameCue::caption) || cues.has(NameCue::byline) ||
         cues.has(NameCue::consent) || cues.has(NameCue::advert) || cues.has(NameCue::hidden);
}

class FurnitureFinder {
 public:
  FurnitureFinder(const PageOutline& outline, BlockRange range, NodeId piece)
      : outline_(outline),
        document_(outline.document()),
        range_(range),
        prose_(std::max(1.0, outline.prose_weight(range))) {
    add_up_classes();
    count_stories(piece);
  }

  std::vector<bool> find() const {
    std::vector<bool> furniture(outline_.blocks().size());
    for (NodeId node = 0; node < document_.size();) {
      if (!is_furniture(node)) {
        ++node;
        continue;
      }
      const BlockRange blocks = outline_.blocks_in(node);
      for (std::size_t i = blocks.begin; i < blocks.end; ++i) furniture[i] = true;
      node = document_[node].end;
    }
    return furniture;
  }

 private:
  void count_stories(NodeId piece) {
    const std::string_view name = document_.attribute(piece, "class");
    const bool has_name = piece != HtmlDocument::root && !name.empty();
    stories_before_.push_back(0);
    pieces_before_.push_back(0);
    for (NodeId node = 0; node < document_.size(); ++node) {
      const HtmlTag tag = document_[node].tag;
      const bool story = tag == HtmlTag::h1 || outline_.cues(node).has(NameCue::story);
      const bool is_piece =
          has_name && tag == document_[piece].tag && document_.attribute(node, "class") == name;
      stories_before_.push_back(stories_before_.back() + (story ? 1U : 0U));
      pieces_before_.push_back(pieces_before_.back() + (is_piece ? 1U : 0U));
    }
  }

  /// Paragraphs that are all of the class "paywall" are the story, though none is much of it.
  void add_up_classes() {
    for (NodeId node = 0; node < document_.size(); ++node) {
      if (document_.is_text(node) || !says_furniture(outline_.cues(node))) continue;
      prose_by_class_[document_.attribute(node, "class")] += prose_in(node);
    }
  }

  double prose_in(NodeId node) const {
    BlockRange blocks = outline_.blocks_in(node);
    blocks.begin = std::max(blocks.begin, range_.begin);
    blocks.end = std::min(blocks.end, range_.end);
    return outline_.prose_weight(blocks);
  }

  /// The prose of the range that is not in a node.
  double outside(NodeId node) const { return prose_ - prose_in(node); }

  bool is_furniture(NodeId node) const {
    const HtmlTag tag = document_[node].tag;
    if (is_never_furniture(tag) || holds_piece(node)) return false;
    const double share = prose_in(node) / prose_;
    if (most_for(tag) > 0 && share <= most_for(tag)) return true;
    const NameCues cues = outline_.cues(node);
    const bool apart = !holds_story(node) && outside(node) >= enough_outside;
    if (tag == HtmlTag::dialog && apart) return true;
    if (cues.none() || cues.has(NameCue::story)) return false;
    if (holds_quote(node)) return false;
    if (cues.has(NameCue::comments) && (share <= most_for_comments || apart)) return true;
    if (cues.has(NameCue::consent) && apart) return true;
    if (cues.has(NameCue::hidden) && share <= most_for_hidden) return true;
    const double most = holds_story(node) ? most_for_name_with_story : most_for_name;
    if (!says_furniture(cues) || share > most) return false;
    const auto all = prose_by_class_.find(document_.attribute(node, "class"));
    return all == prose_by_class_.end() || all->second <= most * prose_;
  }

  /// What somebody wrote elsewhere, embedded: it is called "social", but the story speaks of it.
  bool holds_quote(NodeId node) const {
    const BlockRange blocks = outline_.blocks_in(node);
    return !blocks.empty() && outline_.blocks()[blocks.begin].quote &&
           outline_.blocks()[blocks.end - 1].quote;
  }

  /// The title, or something that is called the story's text.
  bool holds_story(NodeId node) const {
    return stories_before_[document_[node].end] > stories_before_[node];
  }

  bool holds_piece(NodeId node) const {
    return pieces_before_[document_[node].end] > pieces_before_[node];
  }

  const PageOutline& outline_;
  const HtmlDocument& document_;
  BlockRange range_;
  double prose_;
  std::unordered_map<std::string_view, double> prose_by_class_;
  // By node, of those before it.
  std::vector<std::uint32_t> stories_before_;
  std::vector<std::uint32_t> pieces_before_;
};

}  // namespace

std::vector<bool> furniture_blocks(const PageOutline& outline, BlockRange range, NodeId piece) {
  return FurnitureFinder(outline, range, piece).find();
}

}  // namespace news
