// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/markup/xml_document.hpp"
#include "news/article/article.hpp"

#include <string>

namespace news {

/// What holds for all entries of a feed that do not say otherwise.
struct FeedHead {
  std::string title;
  std::string url;
  Language language;
  std::vector<std::string> authors;
};

/// The head of a feed whose entries are somewhere inside of `root`.
FeedHead read_feed_head(XmlElement root);

/// Whether an element is an entry: RSS calls it item, Atom entry.
bool is_feed_entry(XmlElement element);

/// The article in an entry.
Article read_feed_entry(XmlElement entry, const FeedHead& head);

/// Why an entry of a feed is no article; empty if it is one. (A dump of a WordPress site is a feed
/// of all that is on it.)
std::string refusal_of_entry(XmlElement entry);

}  // namespace news
