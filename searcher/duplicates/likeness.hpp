// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/duplicates/story_text.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace news {

/// In what two texts are alike, and in what they differ. Shares are of the shorter body, from 0
/// to 1.
struct Likeness {
  std::size_t words = 0;         ///< of the shorter body
  std::size_t longer_words = 0;  ///< of the longer one
  bool identical = false;        ///< the same words in both bodies
  double common = 0;             ///< the words in common runs, wherever they are
  double in_order = 0;           ///< those that come in the same order
  double core = 0;               ///< the same, between the first and the last of them only
  double lead = 0;  ///< of the first 40 words of a text, what the other has: the better of the two
  double longer_lead = 0;  ///< the same for the longer text

  // What stands between two common runs and is short in both texts: one thing in place of another.
  std::size_t changes = 0;
  std::size_t changed_numbers = 0;  ///< of these, with other numbers
  std::size_t changed_names = 0;    ///< of the others, with capital letters in both

  std::size_t numbers = 0;         ///< in the core
  std::size_t common_numbers = 0;  ///< that the longer body has, too

  bool same_title = false;      ///< word for word, or both have none of their own
  std::optional<double> title;  ///< words that both have, by those of the shorter; if both have one
  std::optional<std::int64_t> days_apart;
};

/// Further apart, the same report comes again with other facts: hardly anything may differ.
inline constexpr std::int64_t days_of_story = 7;
inline constexpr std::int64_t days_of_notice = 1;  ///< where the text is short

/// Texts of fewer words are short: everything must agree, as the next one may differ in one word.
inline constexpr std::size_t short_text = 60;

/// About linear in the length of the texts.
Likeness likeness(const StoryText& a, const StoryText& b);

/// Whether the texts differ so little that they have the same copies.
bool is_nearly_identical(const Likeness& likeness);

/// Whether two texts are one story: copies, also shortened, framed or edited ones, or versions of
/// one report. Two reports on one event are not, though they may share paragraphs; nor are texts
/// made from one template, such as tables of prices or notices of dividends, with other facts in
/// them. docs/duplicates.md gives the rules and how they were measured.
bool is_one_story(const Likeness& likeness);

}  // namespace news
