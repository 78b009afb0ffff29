// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/reader.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace news {

/// A document that lies within a record of another format: a page in a crawl, a part of a message.
struct EmbeddedDocument {
  std::string_view bytes;
  std::string_view name;               ///< for its ending; may be empty
  std::string_view declared_encoding;  ///< by who sent it; may be empty, or wrong
  std::string_view text_format = {};   ///< the reader of what looks like mere text; may be empty
  std::string_view url;                ///< where it was found; may be empty
};

/// Documents in documents that are in documents: more than this is made by nobody.
inline constexpr int max_embedding = 8;

/// Recognizes such a document, and reads all its records. If it is one article that does not say
/// its URL, that is `url`.
std::vector<Parsed> parse_embedded(const EmbeddedDocument& document);

}  // namespace news
