// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/furniture.hpp"

#include <algorithm>

namespace news {

namespace {

/// The share of the prose up to which an element can be furniture. A name may be wrong (a class
/// "has-sidebar", a story in a form), more often than a tag; readers can write more than reporters.
constexpr double most_for_name = 0.3;
constexpr double most_for_tag = 0.4;
constexpr double most_for_comments = 0.9;

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
      return most_for_tag;
    default:
      return 0;
  }
}

bool is_never_furniture(HtmlTag tag) {
  return tag == HtmlTag::html || tag == HtmlTag::body || tag == HtmlTag::main ||
         tag == HtmlTag::text;
}

/// The share of prose up to which the node is furniture.
double most_prose(const PageOutline& outline, NodeId node) {
  const HtmlTag tag = outline.document()[node].tag;
  if (is_never_furniture(tag)) return 0;
  const NameCues cues = outline.cues(node);
  double most = most_for(tag);
  if (cues.has(NameCue::story)) return most;
  if (cues.has(NameCue::comments)) most = std::max(most, most_for_comments);
  if (cues.has(NameCue::furniture) || cues.has(NameCue::caption) || cues.has(NameCue::byline) ||
      cues.has(NameCue::advert)) {
    most = std::max(most, most_for_name);
  }
  return most;
}

}  // namespace

std::vector<bool> furniture_blocks(const PageOutline& outline, BlockRange range) {
  const HtmlDocument& document = outline.document();
  const double prose = std::max(1.0, outline.prose_weight(range));
  std::vector<bool> furniture(outline.blocks().size());
  for (NodeId node = 0; node < document.size();) {
    const double most = most_prose(outline, node);
    const BlockRange blocks = outline.blocks_in(node);
    if (most <= 0 || outline.prose_weight(blocks) > most * prose) {
      ++node;
      continue;
    }
    for (std::size_t i = blocks.begin; i < blocks.end; ++i) furniture[i] = true;
    node = document[node].end;
  }
  return furniture;
}

}  // namespace news
