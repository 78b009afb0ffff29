// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/word_breaker.hpp"

#include "news/text/fold.hpp"
#include "tests/support/random_text.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

std::string described(const std::vector<Word>& words) {
  std::string out;
  for (const Word& word : words) {
    out += std::to_string(word.begin) + "-" + std::to_string(word.end) + " ";
    out.append(word.folded).append("/").append(word.plain).append(word.stemmable ? "+" : "");
    out.append(word.tag.empty() ? "" : " ").append(word.tag).append("\n");
  }
  return out;
}

/// Both ways to find the words of a text.
class BothTokenizers {
 public:
  std::string fast(std::string_view text) { return described(fast_.tokenize(text)); }
  std::string with_icu(std::string_view text) { return described(icu_.tokenize(text)); }

 private:
  Tokenizer fast_{Tokenizer::Boundaries::fast};
  Tokenizer icu_{Tokenizer::Boundaries::icu_only};
};

/// Every code point below `end` that is no surrogate.
std::u32string all_characters(char32_t begin, char32_t end) {
  std::u32string all;
  for (char32_t c = begin; c < end; ++c) {
    if (c < 0xD800 || c > 0xDFFF) all.push_back(c);
  }
  return all;
}

void check_random_texts(std::u32string_view alphabet, int texts, std::size_t max_chars) {
  test::RandomText random(20051120);
  BothTokenizers both;
  for (int i = 0; i < texts; ++i) {
    const std::string text = random.of(alphabet, max_chars);
    CAPTURE(text);
    REQUIRE(both.fast(text) == both.with_icu(text));
  }
}

}  // namespace

TEST_CASE("word breaker: both ways agree on the punctuation of news") {
  check_random_texts(U"abXY019 .,'\u2019\u2018\u00B4\"&@#_-:;/+$%\u00A0\u00B7", 20000, 12);
}

TEST_CASE("word breaker: both ways agree on the Latin alphabets and marks") {
  check_random_texts(
      U"aeiouszIéüßñçøåłđŁİıŒœſ\u0149\u0345ǅĳ\u1E9E\u00AA\u00BA\u00B5\u00B2\u00BD '-.1\u0301\u0308"
      U"\u0327\u00AD\u200D\u02BC\u02B9",
      20000, 10);
}

TEST_CASE("word breaker: both ways agree on Greek and Cyrillic and Hebrew and Arabic") {
  check_random_texts(
      U"αάςσΣΆΐϊ\u0387\u037EйёЁщїґѣ\u0301\u0306\u0308אבש\u05B0\u05F3\u05F4\"ابأآىة\u0640\u064B"
      U"\u0660"
      U"\u066B\u06F1\u06D4 .,'1",
      20000, 10);
}

TEST_CASE("word breaker: both ways agree on every pair of a letter and a character of the table") {
  BothTokenizers both;
  for (const char32_t c : all_characters(1, 0x2200)) {
    for (const char* frame : {"a?b", "1?2", "ש?ש", "a?1", "?a", "\u00E9?"}) {
      std::string text = frame;
      std::string character;
      utf8::append(character, c);
      text.replace(text.find('?'), 1, character);
      CAPTURE(text);
      CAPTURE(static_cast<unsigned>(c));
      REQUIRE(both.fast(text) == both.with_icu(text));
    }
  }
}

TEST_CASE("word breaker: both ways agree on all that the table knows") {
  std::u32string simple;
  for (const char32_t c : all_characters(1, 0x2200)) {
    if (char_info(c).kind != CharKind::complex) simple.push_back(c);
  }
  REQUIRE(simple.size() > 1000);
  check_random_texts(simple, 20000, 8);
}

TEST_CASE("word breaker: both ways agree on characters of every plane") {
  check_random_texts(all_characters(1, 0x20000), 5000, 8);
}

TEST_CASE("word breaker: both ways agree on bytes that are not UTF-8") {
  test::RandomText random(3);
  BothTokenizers both;
  for (int i = 0; i < 10000; ++i) {
    const std::string text = random.bytes(12);
    CAPTURE(text);
    REQUIRE(both.fast(text) == both.with_icu(text));
  }
}

TEST_CASE("word breaker: what folds alone folds in any company") {
  test::RandomText random(4);
  const std::u32string alphabet = all_characters(1, 0x2100);
  for (int i = 0; i < 20000; ++i) {
    std::string one_by_one;
    std::string text;
    for (int k = 0; k < 4; ++k) {
      const char32_t c = alphabet[random.below(alphabet.size())];
      const CharInfo& info = char_info(c);
      if (info.kind != CharKind::letter && info.kind != CharKind::digit) continue;
      utf8::append(text, c);
      one_by_one += info.folded();
    }
    CAPTURE(text);
    REQUIRE(fold_case(text) == one_by_one);
  }
}
