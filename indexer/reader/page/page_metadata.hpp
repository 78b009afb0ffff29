// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/markup/html_document.hpp"
#include "news/article/timestamp.hpp"
#include "news/text/language.hpp"

#include <optional>
#include <string>
#include <vector>

namespace news {

/// What a web page says of the article on it; what it does not say is empty.
struct PageMetadata {
  std::string title;
  std::vector<std::string> authors;
  std::optional<Timestamp> published;
  std::optional<Timestamp> modified;
  std::string outlet;
  std::string section;
  Language language;
  std::vector<std::string> topics;
  std::string url;
  std::vector<std::string> summaries;  ///< in all wordings, as squeezed_title
  std::string body;  ///< the text in JSON-LD, which mostly has no paragraphs; mostly empty
};

/// Reads everything that the page says anywhere (see ClaimSource), then chooses for each field. The
/// rules are in docs/extraction.md.
PageMetadata page_metadata(const HtmlDocument& document);

}  // namespace news
