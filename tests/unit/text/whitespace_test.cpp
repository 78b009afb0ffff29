// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/whitespace.hpp"

#include "news/base/utf8.hpp"
#include "tests/support/random_text.hpp"

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("whitespace: a text on one line and as paragraphs") {
  struct Row {
    std::string_view text;
    std::string_view line;
    std::string_view paragraphs;
  };
  const Row rows[] = {
      {"", "", ""},
      {" \t\r\n ", "", ""},
      {"one", "one", "one"},
      {"  one \t two  ", "one two", "one two"},
      {"one\ntwo", "one two", "one\ntwo"},
      {"one\r\n\r\ntwo\n", "one two", "one\ntwo"},
      {"one  \n  two", "one two", "one\ntwo"},
      {"one\u00A0\u3000two", "one two", "one two"},
      {"one\u2028two\u2029three\u0085four", "one two three four", "one\ntwo\nthree\nfour"},
      {"one\x01\x1B\x7F\u0090two", "one two", "one two"},
      {"\uFEFFone\uFFFEtwo\uFDD0three\U0001FFFF", "one two three", "one two three"},
      {"one\xFFtwo", "one\uFFFDtwo", "one\uFFFDtwo"},
      {"one\u00ADtwo\u200Dthree", "one\u00ADtwo\u200Dthree", "one\u00ADtwo\u200Dthree"},
      {std::string_view("one\0two", 7), "one two", "one two"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(fold_whitespace(row.text) == row.line);
    CHECK(fold_paragraphs(row.text) == row.paragraphs);
  }
}

TEST_CASE("whitespace: folding again changes nothing whatever the bytes") {
  test::RandomText random(10);
  for (int i = 0; i < 3000; ++i) {
    const std::string text =
        i % 2 == 0 ? random.bytes(40) : random.of(U"ab \n\r\u00A0\u2028\u3000é\u0085", 30);
    CAPTURE(text);
    const std::string line = fold_whitespace(text);
    const std::string paragraphs = fold_paragraphs(text);
    REQUIRE(utf8::is_valid(line));
    REQUIRE(line.find('\n') == std::string::npos);
    REQUIRE(fold_whitespace(line) == line);
    REQUIRE(fold_paragraphs(paragraphs) == paragraphs);
    REQUIRE(fold_whitespace(paragraphs) == line);
  }
}
