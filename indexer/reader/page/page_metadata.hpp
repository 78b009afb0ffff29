// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/markup/html_document.hpp"
#include "news/article/timestamp.hpp"
#include "news/text/language.hpp"

#include <optional>
#include <string>
#include <vector>

namespace news {

/// What a page says of its article outside of the text.
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
  std::string body;  ///< the text as the page's linked data has it; may be empty
};

PageMetadata page_metadata(const HtmlDocument& document);

}  // namespace news
