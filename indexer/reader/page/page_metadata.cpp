// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/page_metadata.hpp"

#include "indexer/markup/html_text.hpp"

namespace news {

PageMetadata page_metadata(const HtmlDocument& document) {
  PageMetadata metadata;
  for (NodeId node = 0; node < document.size() && metadata.title.empty(); ++node) {
    if (document[node].tag == HtmlTag::meta && document.attribute(node, "property") == "og:title") {
      metadata.title = document.attribute(node, "content");
    }
  }
  const NodeId title = document.find(HtmlTag::title);
  if (metadata.title.empty() && title != document.size()) {
    metadata.title = text_of(document, title);
  }
  return metadata;
}

}  // namespace news
