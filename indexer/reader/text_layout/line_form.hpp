// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/text_layout/text_lines.hpp"
#include "news/article/dates.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace news {

/// What a line looks like: everything about it that can be told without its neighbours.
struct LineForm {
  TextLine line;
  std::string cues;  ///< cue_form of the text
  std::size_t words = 0;
  bool ends_sentence = false;  ///< a full stop or the like, maybe before closing quotation marks
  bool bracketed = false;      ///< [all of it]
  bool menu = false;           ///< several columns, none of them a sentence
  bool breadcrumb = false;     ///< Home > World > Europe
  bool list_item = false;      ///< opens with a number or a bullet
  bool credit = false;         ///< a picture's, or ends in one
  bool see_also = false;
  bool advert = false;
  bool share = false;
  bool notice = false;  ///< newsletters, cookies, comments
  bool legal = false;
  bool date_line = false;  ///< a date with little else
  bool time_line = false;  ///< "Published at 18:22 GMT", next to the line with the day
  std::vector<FoundDate> dates;

  const std::string& text() const { return line.text; }

  /// Whether it ends like a question or an exclamation, as headlines may and captions hardly do.
  bool asks() const;

  /// Whether it reads like a paragraph of a story.
  bool is_prose() const;

  /// Whether it is, by form or words, something that no story has.
  bool is_furniture() const;
};

/// The forms of the lines of one text. Its language tells how dates of figures are read.
std::vector<LineForm> line_forms(std::vector<TextLine> lines);

/// The parts of a line between the dividers of menus and breadcrumbs, trimmed.
std::vector<std::string> divided(const std::string& line);

}  // namespace news
