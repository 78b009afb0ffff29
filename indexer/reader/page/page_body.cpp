// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/page_body.hpp"

#include "indexer/reader/page/page_outline.hpp"
#include "indexer/reader/page/story_blocks.hpp"
#include "indexer/reader/page/story_region.hpp"
#include "indexer/reader/page/text_blocks.hpp"
#include "news/text/whitespace.hpp"

namespace news {

namespace {

/// Where the elements have less than this of what the linked data has, the text comes by a script
/// that nobody runs here.
constexpr double enough_of_linked = 0.5;

/// Where more is link, it is a menu.
constexpr double most_links_in_text = 0.6;

/// Lines of the blocks that `fits`.
template <typename Fits>
std::string lines_of(const PageOutline& outline, Fits fits) {
  std::string lines;
  for (const TextBlock& block : outline.blocks()) {
    if (!fits(block)) continue;
    if (!lines.empty()) lines += '\n';
    lines += block.text;
  }
  return lines;
}

/// Where there is no story: all of the page but its menus, or those if there is nothing else.
std::string whole_page(const PageOutline& outline) {
  std::string text = lines_of(
      outline, [](const TextBlock& block) { return block.link_density() < most_links_in_text; });
  return text.empty() ? lines_of(outline, [](const TextBlock&) { return true; }) : text;
}

}  // namespace

std::string page_body(const HtmlDocument& document, const BodyHints& hints) {
  const PageOutline outline(document);
  std::string body;
  for (const std::size_t block : story_blocks(outline, story_region(outline), hints)) {
    if (!body.empty()) body += '\n';
    body += outline.blocks()[block].text;
  }
  if (text_weight(body) < enough_of_linked * text_weight(hints.linked_body)) {
    return fold_paragraphs(hints.linked_body);
  }
  return body.empty() ? whole_page(outline) : body;
}

}  // namespace news
