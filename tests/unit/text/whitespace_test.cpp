// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/whitespace.hpp"

#include "news/base/utf8.hpp"
#include "tests/support/random_text.hpp"

#include <algorithm>

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

namespace {

/// What becomes of one character between others: itself, a space or a line end.
std::string folded_inside(std::string_view character) {
  const std::string folded = fold_paragraphs("a" + std::string(character) + "a");
  return folded.substr(1, folded.size() - 2);
}

/// `text` character by character.
std::string folded_one_by_one(std::string_view text) {
  std::string out;
  char pending = '\0';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    utf8::decode(text, at);
    const std::string folded = folded_inside(text.substr(start, at - start));
    if (folded == "\n" || folded == " ") {
      pending = pending == '\n' ? pending : folded.front();
      continue;
    }
    if (pending != '\0' && !out.empty()) out.push_back(pending);
    pending = '\0';
    out += folded;
  }
  return out;
}

}  // namespace

TEST_CASE("whitespace: a text is folded as its characters are, wherever they stand") {
  test::RandomText random(14);
  for (int i = 0; i < 20000; ++i) {
    std::string text = random.of(U"abcdefghijklmno ~", 20);
    text += i % 3 == 0 ? random.bytes(8)
                       : random.of(U"a  \n\u00A0\u2028\u3000é\u0085\x7F\x1F\uFFFD", 6);
    text += random.of(U"abcdefghij \n", 20);
    CAPTURE(text);
    const std::string paragraphs = folded_one_by_one(text);
    REQUIRE(fold_paragraphs(text) == paragraphs);
    std::string line = paragraphs;
    std::replace(line.begin(), line.end(), '\n', ' ');
    REQUIRE(fold_whitespace(text) == line);
    std::string in_place = text;
    fold_paragraphs_in_place(in_place);
    REQUIRE(in_place == paragraphs);
    in_place = text;
    fold_whitespace_in_place(in_place);
    REQUIRE(in_place == line);
    fold_paragraphs_in_place(line);
    REQUIRE(line == in_place);
  }
}
