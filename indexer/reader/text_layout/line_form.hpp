// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/text_layout/cues.hpp"
#include "indexer/reader/text_layout/text_lines.hpp"
#include "news/article/dates.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace news {

/// What a line looks like: everything about it that can be told without its neighbours.
///
/// A text has mostly long paragraphs, of which only the start says something. What the rest of one
/// has is looked up when it is asked for, so that a LineForm is for one thread.
struct LineForm {
  /// Only the words are looked at; line_forms does the rest.
  explicit LineForm(TextLine line);

  TextLine line;
  std::size_t words = 0;       ///< of a long paragraph at least so many
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

  /// cue_form of the text.
  const std::string& cues() const;

  bool has(Cue cue) const;
  bool starts_with(Cue cue) const { return found_.starts_with(cue); }
  bool is(Cue cue) const { return found_.is(cue); }

  /// Whether it ends like a question or an exclamation, as headlines may and captions hardly do.
  bool asks() const;

  /// Whether it reads like a paragraph of a story.
  bool is_prose() const;

  /// Whether it is, by form or words, something that no story has.
  bool is_furniture() const;

 private:
  void look_at_all() const;

  mutable std::string cues_;  ///< of the whole line, or of enough to know what it starts with
  mutable CueSet found_;      ///< in that
  mutable bool whole_ = true;
};

/// The forms of the lines of one text. Its language tells how dates of figures are read.
std::vector<LineForm> line_forms(std::vector<TextLine> lines);

/// The parts of a line between the dividers of menus and breadcrumbs, trimmed.
std::vector<std::string> divided(const std::string& line);

}  // namespace news
