// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/duplicates/near_identity.hpp"

#include "news/base/ascii.hpp"
#include "searcher/duplicates/likeness.hpp"
#include "searcher/duplicates/story_text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace news {

namespace {

/// Bytes that both begin with, up to the end of a word.
std::size_t common_start(std::string_view a, std::string_view b) {
  const std::size_t longest = std::min(a.size(), b.size());
  std::size_t length = static_cast<std::size_t>(
      std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(longest), b.begin()).first -
      a.begin());
  const auto ends_word = [length](std::string_view text) {
    return length == text.size() || ascii::is_space(text[length]);
  };
  if (ends_word(a) && ends_word(b)) return length;
  while (length > 0 && !ascii::is_space(a[length - 1])) --length;
  return length;
}

/// Bytes that both end with, from the beginning of a word.
std::size_t common_end(std::string_view a, std::string_view b) {
  const std::size_t longest = std::min(a.size(), b.size());
  std::size_t length = static_cast<std::size_t>(
      std::mismatch(a.rbegin(), a.rbegin() + static_cast<std::ptrdiff_t>(longest), b.rbegin())
          .first -
      a.rbegin());
  const auto begins_word = [length](std::string_view text) {
    return length == text.size() || ascii::is_space(text[text.size() - length - 1]);
  };
  if (begins_word(a) && begins_word(b)) return length;
  while (length > 0 && !ascii::is_space(a[a.size() - length])) --length;
  return length;
}

/// What stands between spaces, at least.
std::size_t words_in(std::string_view part) {
  return static_cast<std::size_t>(std::count_if(part.begin(), part.end(), ascii::is_space)) + 1;
}

/// Small letters and simple marks.
bool is_plain(std::string_view part) {
  return std::all_of(part.begin(), part.end(), [](char c) {
    return ascii::is_lower(c) || ascii::is_space(c) || c == '.' || c == ',';
  });
}

/// Two texts as what they begin and end with in common, and what is between.
struct Difference {
  std::string_view start;
  std::string_view end;
  std::string_view only_a;
  std::string_view only_b;

  Difference(std::string_view a, std::string_view b)
      : start(a.substr(0, common_start(a, b))),
        end(a.substr(a.size() - common_end(a.substr(start.size()), b.substr(start.size())))),
        only_a(a.substr(start.size(), a.size() - start.size() - end.size())),
        only_b(b.substr(start.size(), b.size() - start.size() - end.size())) {}

  bool nothing() const { return only_a.empty() && only_b.empty(); }
  bool is_plain_words(std::size_t most) const {
    return is_plain(only_a) && is_plain(only_b) && words_in(only_a) <= most &&
           words_in(only_b) <= most;
  }
};

/// Bounds of how many words a text has, whatever its tokens are.
struct Contents {
  std::size_t least_words = 0;  ///< between spaces, with a letter or digit in front
  std::size_t most_words = 0;   ///< runs of letters and digits; other letters are not counted
  std::size_t most_numbers = 0;
  bool ascii = true;

  explicit Contents(const Difference& difference) {
    add(difference.start);
    add(difference.end);
  }

  void add(std::string_view text) {
    char before = ' ';
    for (const char c : text) {
      if (ascii::is_alnum(c)) {
        if (ascii::is_space(before)) ++least_words;
        if (!ascii::is_alnum(before)) ++most_words;
        if (ascii::is_digit(c) && !ascii::is_digit(before)) ++most_numbers;
      }
      ascii = ascii && static_cast<unsigned char>(c) < 0x80;
      before = c;
    }
  }
};

/// The rule for texts, given that they differ in a few plain words: other facts have only tables.
bool are_one_text(const Difference& difference, const Contents& contents) {
  constexpr std::size_t most_words = 4;
  return contents.least_words >= short_text && 4 * contents.most_numbers < contents.least_words &&
         difference.is_plain_words(most_words);
}

/// The rule for short texts, given that the titles are the same. A word, and what a run of words is
/// too short to count, must be little of the whole.
bool are_one_notice(const Difference& difference, const Contents& contents) {
  constexpr std::size_t fewest_words = 34;
  constexpr std::size_t differing = 1;
  return contents.ascii && contents.least_words >= fewest_words &&
         contents.most_words + differing < short_text && difference.is_plain_words(differing);
}

bool have_same_title(const Article& a, const Article& b) {
  return a.title == b.title && !a.title_from_text && !b.title_from_text;
}

}  // namespace

bool are_nearly_identical(const Article& a, const Article& b) {
  if (std::max(a.body.size(), b.body.size()) > StoryText::compared_bytes) return false;
  const std::int64_t days = days_apart(day_of(a), day_of(b)).value_or(0);
  if (days > days_of_story) return false;
  const Difference difference(a.body, b.body);
  const bool may_be_notice = days <= days_of_notice && have_same_title(a, b);
  if (may_be_notice && difference.nothing()) return true;
  const Contents contents(difference);
  return are_one_text(difference, contents) ||
         (may_be_notice && are_one_notice(difference, contents));
}

}  // namespace news
