// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/page_body.hpp"

#include "indexer/markup/html_text.hpp"
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

}  // namespace

std::string page_body(const HtmlDocument& document, const BodyHints& hints) {
  const PageOutline outline(document);
  std::string body;
  for (const std::size_t block : story_blocks(outline, story_region(outline), hints.title)) {
    if (!body.empty()) body += '\n';
    body += outline.blocks()[block].text;
  }
  if (text_weight(body) < enough_of_linked * text_weight(hints.linked_body)) {
    return fold_paragraphs(hints.linked_body);
  }
  if (body.empty()) body = text_of(document, HtmlDocument::root);
  return body;
}

}  // namespace news
