// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/markup/xml_document.hpp"
#include "news/article/article.hpp"

namespace news {

/// The article in a <nitf> element, a document of its own or part of a NewsML item.
Article read_nitf_story(XmlElement nitf);

/// The text of the story inside an element: of <body.content> (NITF) or <body> (XHTML) where there
/// is one, else all of it. A text instead of elements may be HTML.
std::string story_text(XmlElement content);

/// The authors that a byline names. What it says of them in elements of their own, such as
/// <byttl>, is no part of it.
std::vector<std::string> authors_of_byline(XmlElement byline);

/// Adds a subject under a name; no article needs more than `most_topics`.
void add_topic(Article& article, std::string topic);
inline constexpr std::size_t most_topics = 500;

}  // namespace news
