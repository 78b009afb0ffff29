// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/sentences.hpp"

#include "news/base/ascii.hpp"

#include <algorithm>
#include <array>

#include "text/boundaries.hpp"

namespace news {

namespace {

/// Abbreviations that a name follows.
constexpr std::array<std::string_view, 24> titles = {
    "Mr",  "Mrs",  "Ms",  "Dr",  "Prof", "Gen",  "Sen", "Rep", "Gov", "St", "Lt", "Col",
    "Sgt", "Capt", "Rev", "Hon", "Mme",  "Mlle", "Sr",  "Sra", "Hr",  "Fr", "vs", "Msgr"};

/// Abbreviations that a number follows.
constexpr std::array<std::string_view, 13> before_numbers = {
    "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "No"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Whether a sentence that ends in `before` really goes on with `after`.
bool is_inside_sentence(std::string_view before, std::string_view after) {
  while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
  if (before.empty() || before.back() != '.' || after.empty()) return false;
  before.remove_suffix(1);
  while (!before.empty() && before.back() == ' ') before.remove_suffix(1);  // "THE U.S . FIRST"
  std::size_t start = before.size();
  while (start > 0 && ascii::is_alpha(before[start - 1])) --start;
  const std::string_view word = before.substr(start);
  if (word.size() == 1 && ascii::is_upper(word[0]))
    return true;  // an initial, or the end of "U.S."
  if (contains(titles, word)) return true;
  return contains(before_numbers, word) && ascii::is_digit(after.front());
}

}  // namespace

class SentenceSplitter::Impl {
 public:
  std::vector<ByteRange> split(std::string_view text) {
    boundaries_.set_text(text);
    std::vector<ByteRange> sentences;
    std::size_t begin = 0;
    while (const auto end = boundaries_.next()) {
      if (is_inside_sentence(text.substr(begin, *end - begin), text.substr(*end))) continue;
      add_trimmed(text, {begin, *end}, sentences);
      begin = *end;
    }
    add_trimmed(text, {begin, text.size()}, sentences);
    return sentences;
  }

 private:
  static void add_trimmed(std::string_view text, ByteRange range, std::vector<ByteRange>& to) {
    while (range.begin < range.end && ascii::is_space(text[range.begin])) ++range.begin;
    while (range.begin < range.end && ascii::is_space(text[range.end - 1])) --range.end;
    if (range.begin < range.end) to.push_back(range);
  }

  Boundaries boundaries_{Boundaries::Kind::sentences};
};

SentenceSplitter::SentenceSplitter() : impl_(std::make_unique<Impl>()) {}
SentenceSplitter::~SentenceSplitter() = default;
SentenceSplitter::SentenceSplitter(SentenceSplitter&&) noexcept = default;
SentenceSplitter& SentenceSplitter::operator=(SentenceSplitter&&) noexcept = default;

std::vector<ByteRange> SentenceSplitter::split(std::string_view text) { return impl_->split(text); }

}  // namespace news
