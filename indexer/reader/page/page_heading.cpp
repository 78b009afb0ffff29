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
constexpr NodeId nodes_before = 100;
constexpr NodeId nodes_behind = 3000;
constexpr std::size_t reach_before = 600;
constexpr std::size_t reach_behind = 2500;

/// Whether a heading is an entry of a menu or of a trail of sections, or stands at the page's foot.
bool is_navigation(const HtmlDocument& document, NodeId node) {
  bool in_list = false;
  for (; node != HtmlDocument::root; node = document[node].parent) {
    const HtmlTag tag = document[node].tag;
    if (tag == HtmlTag::footer || (tag == HtmlTag::nav && in_list)) return true;
    if (tag == HtmlTag::li) in_list = true;
  }
  return false;
}

/// How well a heading says what the claims say: 2 the same, or most of one from its start, behind
/// which an outlet's name follows; 1 part of one or one with a part.
int likeness(const std::string& heading, const std::vector<std::string>& titles) {
  constexpr std::size_t shortest_part = 12;
  int best = 0;
  for (const std::string& title : titles) {
    const bool start = title.starts_with(heading) && heading.size() * 2 >= title.size();
    if (start) return 2;
    const bool within = title.size() >= shortest_part && heading.size() >= shortest_part &&
                        (title.find(heading) != title.npos || heading.find(title) != heading.npos);
    if (within) best = 1;
  }
  return best;
}

std::vector<std::string> squeezed_claims(const PageClaims& claims, PageField field) {
  std::vector<std::string> texts;
  for (const PageClaims::Claim* claim : claims.of(field)) {
    texts.push_back(squeezed_title(claim->value));
  }
  return texts;
}

/// A heading below h1 that only has part of a title: any h1 is to be preferred.
constexpr int least_rank = 1;

/// How a heading of some level that is that much like a title ranks among others; 0 for not at all.
int rank_of(HtmlTag tag, int like) {
  if (like == 0) return 0;
  if (tag == HtmlTag::h1) return like == 2 ? 5 : 4;
  if (like == 1) return least_rank;
  return tag == HtmlTag::h2 ? 3 : 2;
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

std::string short_text_of(const HtmlDocument& document, NodeId node) {
  constexpr NodeId most_nodes = 200;
  constexpr std::size_t most_bytes = 2000;
  if (document[node].end - node > most_nodes) return {};
  std::string text = text_of(document, node);
  return text.size() > most_bytes ? std::string() : text;
}

NodeId find_heading(const HtmlDocument& document, const PageClaims& claims) {
  const std::vector<std::string> titles = squeezed_claims(claims, PageField::title);
  const std::vector<std::string> outlets = squeezed_claims(claims, PageField::outlet);
  const NodeId none = document.size();
  NodeId first = none;  // any h1 that may be it
  NodeId best = none;
  int best_rank = 0;
  for (NodeId node = 1; node < document.size(); ++node) {
    const HtmlTag tag = document[node].tag;
    if (tag < HtmlTag::h1 || tag > HtmlTag::h4) continue;
    const std::string text = squeezed_title(short_text_of(document, node));
    if (text.empty()) continue;
    int rank = rank_of(tag, likeness(text, titles));
    if (rank > 0 && is_navigation(document, node)) rank = least_rank;
    if (rank > best_rank) {
      best = node;
      best_rank = rank;
    }
    const bool outlet = std::find(outlets.begin(), outlets.end(), text) != outlets.end();
    const bool counts = tag == HtmlTag::h1 && !outlet && !is_navigation(document, node);
    if (first == none && counts) first = node;
  }
  return first != none && best_rank <= least_rank ? first : best;
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
  const NodeId first = heading > nodes_before ? heading - nodes_before : 0;
  for (std::size_t seen = 0; found.begin > first && seen <= reach_before; --found.begin) {
    seen += text_bytes(found.begin - 1);
  }
  const NodeId last = std::min(document.size(), found.end + nodes_behind);
  for (std::size_t seen = 0; found.end < last && seen <= reach_behind; ++found.end) {
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
      case HtmlTag::figure:
      case HtmlTag::a:
        return true;
      default:
        break;
    }
  }
  return false;
}

}  // namespace news
