// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/printable.hpp"

#include "news/base/utf8.hpp"
#include "tests/support/random_text.hpp"

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("printable: what may not reach a terminal is taken out") {
  struct Row {
    std::string_view text;
    std::string_view shown;
  };
  const Row rows[] = {
      {"", ""},
      {"na\u00EFve \u4E2D \U0001F600", "na\u00EFve \u4E2D \U0001F600"},
      {"one\ntwo\r\n\tthree", "one two   three"},
      {"\x1B[31mred\x1B[0m", " [31mred [0m"},
      {"\x1B]0;title\x07", " ]0;title "},
      {"\u009B31m", " 31m"},
      {"\x7F\x08\x0E", "   "},
      {std::string_view("a\0b", 3), "a b"},
      {"\u202Egnihton\u202C \u2066x\u2069", "gnihton x"},
      {"\u202A\u202B\u202D\u2067\u2068", ""},
      {"\u200Eleft\u200F", "\u200Eleft\u200F"},
      {"one\u2028two\u2029", "one two "},
      {"caf\xE9!", "caf\uFFFD!"},
      {"\xC2\x9", "\uFFFD "},
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(printable(row.text) == row.shown);
  }
}

TEST_CASE("printable: no bytes whatever give a control character") {
  test::RandomText random(11);
  for (int i = 0; i < 3000; ++i) {
    const std::string shown = printable(random.bytes(40));
    CAPTURE(shown);
    REQUIRE(utf8::is_valid(shown));
    for (std::size_t at = 0; at < shown.size();) {
      const char32_t c = utf8::decode(shown, at);
      REQUIRE(c >= U' ');
      REQUIRE((c < 0x7F || c > 0x9F));
    }
    REQUIRE(printable(shown) == shown);
  }
}
