// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/markup/xml_document.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace news {

/// The children of an entry or a feed under the names that feeds are described with: "title",
/// "dc:creator", "content:encoded", all in small letters. The prefix stands for the vocabulary,
/// whatever the feed itself calls it; what is in the same vocabulary as the entry has none.
class NamedChildren {
 public:
  explicit NamedChildren(XmlElement parent);

  XmlElement first(std::string_view name) const;
  std::vector<XmlElement> all(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, XmlElement>> children_;
};

}  // namespace news
