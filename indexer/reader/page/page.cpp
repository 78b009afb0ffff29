// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/page.hpp"

#include "indexer/markup/html_document.hpp"
#include "indexer/reader/page/declared_charset.hpp"
#include "indexer/reader/page/page_body.hpp"
#include "indexer/reader/page/page_metadata.hpp"
#include "news/text/encoding.hpp"

#include <utility>

namespace news {

namespace {

Article article_of(PageMetadata metadata) {
  Article article;
  article.title = std::move(metadata.title);
  article.authors = std::move(metadata.authors);
  article.published = metadata.published;
  article.modified = metadata.modified;
  article.outlet = std::move(metadata.outlet);
  article.section = std::move(metadata.section);
  article.language = metadata.language;
  article.topics = std::move(metadata.topics);
  article.url = std::move(metadata.url);
  return article;
}

}  // namespace

Parsed read_page(std::string_view bytes, std::string_view charset) {
  if (bytes.size() > max_page_bytes) return Unreadable{"a page longer than 16 MB"};
  const std::string declared = declared_charset(bytes);
  const HtmlDocument document =
      HtmlDocument::parse(decode_text(bytes, declared.empty() ? charset : declared).text);
  PageMetadata metadata = page_metadata(document);
  std::string body = page_body(document, {.title = metadata.title,
                                          .authors = metadata.authors,
                                          .summaries = metadata.summaries,
                                          .linked_body = metadata.body});
  if (body.empty() && metadata.title.empty()) return Unreadable{"a page without text"};
  Article article = article_of(std::move(metadata));
  article.body = std::move(body);
  return article;
}

}  // namespace news
