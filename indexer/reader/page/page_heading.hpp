// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/markup/html_document.hpp"
#include "indexer/reader/page/page_claims.hpp"

#include <string>
#include <string_view>

namespace news {

/// The heading of a page's article as it is shown: of the headings down to h4 the
/// one that says what a claimed title says; else the first h1 that is not the name of the outlet.
/// document.size() if there is none.
NodeId find_heading(const HtmlDocument& document, const PageClaims& claims);

/// The part of a page that stands at its heading, where bylines and dates are: from a little before
/// the heading to where the story is well under way.
struct HeadingSurroundings {
  NodeId begin = 0;
  NodeId end = 0;

  /// The nodes as they are believed: those from the heading on, then those before it.
  template <typename Use>
  void for_each(NodeId heading, Use use) const {
    for (NodeId node = heading; node < end; ++node) use(node);
    for (NodeId node = begin; node < heading; ++node) use(node);
  }
};
HeadingSurroundings surroundings_of(const HtmlDocument& document, NodeId heading);

/// Whether a node is part of something else than the story: a menu, an aside, the page's foot, a
/// picture, a link, a list of stories; up to, and not including, `outer`.
bool is_aside(const HtmlDocument& document, NodeId node, NodeId outer = HtmlDocument::root);

/// The text of an element that is no larger than a heading or byline can be; empty for a larger.
std::string short_text_of(const HtmlDocument& document, NodeId node);

/// Letters and digits of a text, folded: equal for two writings of one title.
std::string squeezed_title(std::string_view title);

}  // namespace news
