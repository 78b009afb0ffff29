// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace news {

/// Where well-formed UTF-8 can be cut so that people can still read it: between words, by spaces
/// or, where none is near, as in Chinese or Thai, by ICU's dictionaries. A word of more than 200
/// bytes is cut between what readers take for characters (grapheme clusters), and one of those, if
/// it goes on for more than 200 bytes, between two code points. So only what is near a place is
/// ever looked at.
///
/// ICU is started up when the first text is met that is not ASCII. An object is for one thread.
class CutPoints {
 public:
  CutPoints();
  ~CutPoints();
  CutPoints(CutPoints&&) noexcept;
  CutPoints& operator=(CutPoints&&) noexcept;

  /// The last place at or before `at` where a word ends or begins. Here and below, `at` is at most
  /// the size of the text.
  std::size_t word_at_or_before(std::string_view text, std::size_t at);

  /// The first such place at or behind `at`.
  std::size_t word_at_or_behind(std::string_view text, std::size_t at);

  /// The last place at or before `at` that is not inside of a character.
  std::size_t character_at_or_before(std::string_view text, std::size_t at);

  /// The first place at or behind `at` that is not inside of a character.
  std::size_t character_at_or_behind(std::string_view text, std::size_t at);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace news
