// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/date_lexer.hpp"

#include "news/base/utf8.hpp"
#include "tests/support/random_text.hpp"

#include <doctest/doctest.h>

using namespace news;

namespace {

/// The tokens of a text: numbers as value/digits, words, marks in quotes.
std::string tokens(std::string_view text) {
  const DateTokens tokens(text);
  std::string out;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const DateToken& token = tokens[i];
    if (!out.empty()) out += " ";
    if (token.kind == DateToken::Kind::number) {
      out += std::to_string(token.value) + "/" + std::to_string(token.digits);
    } else if (token.kind == DateToken::Kind::word) {
      out += token.word;
    } else {
      out += "'";
      utf8::append(out, token.mark);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("date lexer: numbers and words and marks") {
  struct Row {
    std::string_view text;
    std::string_view tokens;
  };
  const Row rows[] = {
      {"", ""},
      {" \t\u00A0\u202F\n", ""},
      {"20. Nov 05", "20/2 '. nov 5/2"},
      {"26-FEB-1987", "26/2 '- feb '- 1987/4"},
      {"20Nov2005", "20/2 nov 2005/4"},
      {"FÉVRIER Août", "fevrier aout"},
      {"2005年11月", "2005/4 年 11/2 月"},
      {"午後5時", "午 後 5/1 時"},
      {"٢٠", "20/2"},
      {"\u200F20\u00AD", "20/2"},
      {"12345678901234", "12345678901234/14"},
      {"123456789012345", "-1/15"},
      {"a\xFF"
       "b",
       "a '\uFFFD b"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(tokens(row.text) == row.tokens);
  }
}

TEST_CASE("date lexer: questions may look past the end") {
  const DateTokens tokens("20 Nov,2005");
  CHECK(tokens.size() == 4);
  CHECK(tokens.is_number(0, 1, 2));
  CHECK_FALSE(tokens.is_number(0, 3, 4));
  CHECK(tokens.is_word(1, "nov"));
  CHECK(tokens.is_any_word(1, {"dec", "nov"}));
  CHECK_FALSE(tokens.is_any_word(1, {"dec"}));
  CHECK(tokens.is_mark(2, U','));
  CHECK(tokens.skip_mark(2, U',') == 3);
  CHECK(tokens.skip_mark(2, U'.') == 2);
  CHECK(tokens.touches_previous(3));
  CHECK_FALSE(tokens.touches_previous(1));
  CHECK_FALSE(tokens.touches_previous(0));
  for (const std::size_t at : {std::size_t{4}, std::size_t{100}}) {
    CHECK_FALSE(tokens.is_number(at));
    CHECK_FALSE(tokens.is_word(at));
    CHECK_FALSE(tokens.is_mark(at, U','));
    CHECK_FALSE(tokens.touches_previous(at));
    CHECK(tokens.skip_mark(at, U',') == at);
  }
}

TEST_CASE("date lexer: words in capitals of ASCII are marked") {
  const DateTokens tokens("GMT Gmt gmt МСК 年 20 -");
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    CAPTURE(i);
    CHECK(tokens[i].capitals == (i == 0));
  }
}

TEST_CASE("date lexer: a word of a million marks is one word and is not folded whole") {
  std::string text = "a";
  while (text.size() < 1'000'000) text += "\u0323\u0301";
  const DateTokens tokens(text + " 20");
  REQUIRE(tokens.size() == 2);
  CHECK(tokens.is_word(0, "a"));
  CHECK(tokens[0].range.end == text.size());
}

TEST_CASE("date lexer: tokens are in order and within the text whatever the bytes") {
  test::RandomText random(20);
  for (int i = 0; i < 3000; ++i) {
    const std::string text = i % 2 == 0 ? random.bytes(40) : random.of(U"1٢aé年月 -.:\u0301", 30);
    CAPTURE(text);
    const DateTokens tokens(text);
    std::size_t last_end = 0;
    for (std::size_t k = 0; k < tokens.size(); ++k) {
      REQUIRE(tokens[k].range.begin >= last_end);
      REQUIRE(tokens[k].range.end > tokens[k].range.begin);
      REQUIRE(tokens[k].range.end <= text.size());
      last_end = tokens[k].range.end;
    }
  }
}
