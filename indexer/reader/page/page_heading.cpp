// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/page_heading.hpp"

#include "indexer/markup/html_text.hpp"
#include "news/base/ascii.hpp"
#include "news/text/fold.hpp"
#include "news/text/whitespace.hpp"

#include <array>

namespace news {

namespace {

/// Text that may stand before the heading and be of it, and text behind it until the story itself
/// is read, in bytes.
constexpr std::size_t reach_before = 600;
constexpr std::size_t reach_behind = 2500;

bool is_inside(const HtmlDocument& document, NodeId node, HtmlTag tag) {
  while (node != HtmlDocument::root) {
    node = document[node].parent;
    if (document[node].tag == tag) return true;
  }
  return false;
}

/// How well a heading says what the claims say: 2 the same, 1 part of one or one with a part.
int likeness(const std::string& heading, const std::vector<std::string>& titles) {
  constexpr std::size_t shortest_part = 12;
  int best = 0;
  for (const std::string& title : titles) {
    if (title == heading) return 2;
    const bool within = title.size() >= shortest_part && heading.size() >= shortest_part &&
                        (title.find(heading) != title.npos || heading.find(title) != heading.npos);
    if (within) best = 1;
  }
  return best;
}

}  // namespace

std::string squeezed_title(std::string_view title) {
  std::string out;
  const std::string folded = fold_marks(fold_case(title));
  for (const char c : folded) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || ascii::is_alnum(c)) out += c;
  }
  static constexpr std::array<std::string_view, 10> marks = {"“", "”", "„", "‘", "’",
                                                             "«", "»", "–", "—", "…"};
  for (const std::string_view mark : marks) {
    for (std::size_t at = 0; (at = out.find(mark, at)) != out.npos;) out.erase(at, mark.size());
  }
  return out;
}

NodeId find_heading(const HtmlDocument& document, const PageClaims& claims) {
  std::vector<std::string> titles;
  for (const PageClaims::Claim* claim : claims.of(PageField::title)) {
    titles.push_back(squeezed_title(claim->value));
  }
  std::vector<std::string> outlets;
  for (const PageClaims::Claim* claim : claims.of(PageField::outlet)) {
    outlets.push_back(squeezed_title(claim->value));
  }
  const NodeId none = document.size();
  NodeId first = none;
  NodeId best = none;
  int best_likeness = 0;
  for (NodeId node = 1; node < document.size(); ++node) {
    const HtmlTag tag = document[node].tag;
    if (tag < HtmlTag::h1 || tag > HtmlTag::h4) continue;
    const std::string text = squeezed_title(text_of(document, node));
    if (text.empty()) continue;
    const int like = likeness(text, titles) * 2 + (tag == HtmlTag::h1 ? 1 : 0);
    if (like > best_likeness && like > 1) {
      best = node;
      best_likeness = like;
    }
    const bool outlet = std::find(outlets.begin(), outlets.end(), text) != outlets.end();
    const bool furniture =
        is_inside(document, node, HtmlTag::nav) || is_inside(document, node, HtmlTag::footer);
    if (first == none && tag == HtmlTag::h1 && !outlet && !furniture) first = node;
  }
  return best != none ? best : first;
}

HeadingSurroundings surroundings_of(const HtmlDocument& document, NodeId heading) {
  if (heading >= document.size()) return {heading, heading};
  const auto text_bytes = [&](NodeId node) {
    if (!document.is_text(node) || is_unseen(document[document[node].parent].tag)) {
      return std::size_t{0};
    }
    return ascii::trim(document[node].text).size();
  };
  HeadingSurroundings found{heading, document[heading].end};
  for (std::size_t seen = 0; found.begin > 0 && seen <= reach_before; --found.begin) {
    seen += text_bytes(found.begin - 1);
  }
  for (std::size_t seen = 0; found.end < document.size() && seen <= reach_behind; ++found.end) {
    seen += text_bytes(found.end);
  }
  return found;
}

bool is_aside(const HtmlDocument& document, NodeId node, NodeId outer) {
  for (; node != outer && node != HtmlDocument::root; node = document[node].parent) {
    switch (document[node].tag) {
      case HtmlTag::nav:
      case HtmlTag::aside:
      case HtmlTag::footer:
      case HtmlTag::a:
        return true;
      default:
        break;
    }
  }
  return false;
}

}  // namespace news
