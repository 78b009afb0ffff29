// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/duplicates/story_text.hpp"

#include "news/base/ascii.hpp"
#include "news/base/hash.hpp"
#include "news/base/utf8.hpp"
#include "news/text/letter_case.hpp"
#include "news/text/tokenizer.hpp"

#include <algorithm>
#include <chrono>

namespace news {

namespace {

/// Of Arabic, Persian and Hindi; those of other scripts are rare in news.
bool is_digit(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'\u0660' && c <= U'\u0669') ||
         (c >= U'\u06F0' && c <= U'\u06F9') || (c >= U'\u0966' && c <= U'\u096F');
}

bool is_chinese_numeral(char32_t c) {
  constexpr std::u32string_view numerals = U"〇零一二三四五六七八九十百千万亿億两兩";
  return numerals.find(c) != std::u32string_view::npos;
}

bool is_number(std::string_view word) {
  if (static_cast<unsigned char>(word.front()) < 0x80) {
    return std::any_of(word.begin(), word.end(), ascii::is_digit);
  }
  bool numerals_only = true;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = utf8::decode(word, at);
    if (is_digit(c)) return true;
    numerals_only = numerals_only && is_chinese_numeral(c);
  }
  return numerals_only;
}

bool is_capital(std::string_view text) {
  if (static_cast<unsigned char>(text.front()) < 0x80) return ascii::is_upper(text.front());
  return starts_upper(text);
}

std::vector<StoryWord> words_of(std::string_view text) {
  thread_local Tokenizer tokenizer;
  std::vector<StoryWord> words;
  for (const Word& word : tokenizer.tokenize(text)) {
    words.push_back({.hash = hash64(word.plain),
                     .is_number = is_number(word.plain),
                     .is_capital = is_capital(text.substr(word.begin))});
  }
  return words;
}

}  // namespace

std::optional<std::int64_t> day_of(const Article& article) {
  const auto& published = article.published;
  if (!published || published->precision < Timestamp::Precision::day) return std::nullopt;
  const std::chrono::sys_seconds time{std::chrono::seconds(published->to_unix_seconds())};
  return std::chrono::floor<std::chrono::days>(time).time_since_epoch().count();
}

std::optional<std::int64_t> days_apart(std::optional<std::int64_t> a,
                                       std::optional<std::int64_t> b) {
  if (!a || !b) return std::nullopt;
  return std::max(*a, *b) - std::min(*a, *b);
}

StoryText story_text(const Article& article) {
  StoryText text;
  if (!article.title_from_text) text.title = words_of(article.title);
  text.body = words_of(utf8::truncate(article.body, StoryText::compared_bytes));
  text.day = day_of(article);
  return text;
}

}  // namespace news
