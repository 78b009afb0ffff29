// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/markup/xml_document.hpp"
#include "indexer/reader/reader.hpp"

#include <memory>
#include <string_view>
#include <vector>

namespace news {

/// What sets the readers of XML documents apart.
struct XmlFormat {
  std::string_view name;
  /// The names of the root elements by which it is recognized, exactly as they are written.
  std::vector<std::string_view> roots;
  /// The articles in a document, which is whole or cut off behind the last of them.
  std::vector<Parsed> (*read)(XmlElement root);
  /// An element that is a record by itself; if empty, documents are.
  std::string_view record = {};
};

/// A reader of one record's document for `format`. A record that is not XML is named.
std::unique_ptr<Reader> make_xml_reader(XmlFormat format);

}  // namespace news
