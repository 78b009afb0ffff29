// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/markup/html_document.hpp"

#include <cstdint>

namespace news {

/// What the names that a page's author gave an element (class, id, role and the like) say of it.
/// Several may be true.
enum class NameCue : std::uint16_t {
  story = 1,      ///< the text of an article
  article = 2,    ///< an article with all that belongs to it
  furniture = 4,  ///< not the article's text: related stories, sharing, navigation, boxes
  comments = 8,   ///< what readers wrote
  caption = 16,   ///< a caption or credit of a picture
  byline = 32,    ///< who wrote it and when
  advert = 64,
  standfirst = 256,  ///< the summary between title and text
  consent = 512,     ///< what asks for consent, or covers the page to say something else
  hidden = 128,      ///< not shown, at least until a script shows it
};

class NameCues {
 public:
  void add(NameCue cue) { bits_ = static_cast<std::uint16_t>(bits_ | static_cast<int>(cue)); }
  bool has(NameCue cue) const { return (bits_ & static_cast<int>(cue)) != 0; }
  bool none() const { return bits_ == 0; }

 private:
  std::uint16_t bits_ = 0;
};

NameCues name_cues(const HtmlDocument& document, NodeId node);

}  // namespace news
