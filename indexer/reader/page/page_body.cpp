// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/page_body.hpp"

#include "indexer/markup/html_text.hpp"

namespace news {

std::string page_body(const HtmlDocument& document, const BodyHints& /*hints*/) {
  return text_of(document, HtmlDocument::root);
}

}  // namespace news
