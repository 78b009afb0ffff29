// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/ascii.hpp"

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("ascii: each character is in the classes it belongs to") {
  struct Row {
    char c;
    std::string_view classes;  // s space, d digit, u upper, l lower, c control
  };
  const Row rows[] = {{' ', "s"},   {'\t', "sc"}, {'\n', "sc"}, {'\v', "sc"},  {'\r', "sc"},
                      {'0', "d"},   {'9', "d"},   {'A', "u"},   {'Z', "u"},    {'a', "l"},
                      {'z', "l"},   {'/', ""},    {':', ""},    {'@', ""},     {'[', ""},
                      {'`', ""},    {'{', ""},    {'\0', "c"},  {'\x1B', "c"}, {'\x7F', "c"},
                      {'\x80', ""}, {'\xA0', ""}, {'\xC0', ""}, {'\xFF', ""}};
  for (const Row& row : rows) {
    CAPTURE(static_cast<int>(row.c));
    const auto has = [&row](char name) { return row.classes.find(name) != std::string_view::npos; };
    CHECK(ascii::is_space(row.c) == has('s'));
    CHECK(ascii::is_digit(row.c) == has('d'));
    CHECK(ascii::is_upper(row.c) == has('u'));
    CHECK(ascii::is_lower(row.c) == has('l'));
    CHECK(ascii::is_control(row.c) == has('c'));
    CHECK(ascii::is_alpha(row.c) == (has('u') || has('l')));
    CHECK(ascii::is_alnum(row.c) == (has('u') || has('l') || has('d')));
  }
}

TEST_CASE("ascii: case is changed and ignored for English letters only") {
  CHECK(ascii::to_lower("ABZ az 09 \u00C9[") == "abz az 09 \u00C9[");
  CHECK(ascii::to_upper('z') == 'Z');
  CHECK(ascii::to_upper('{') == '{');
  CHECK(ascii::equals_ignoring_case("UTF-8", "utf-8"));
  CHECK(ascii::equals_ignoring_case("", ""));
  CHECK_FALSE(ascii::equals_ignoring_case("utf-8", "utf-16"));
  CHECK_FALSE(ascii::equals_ignoring_case("utf", "utf-8"));
  CHECK_FALSE(ascii::equals_ignoring_case("\u00C9", "\u00E9"));
}

TEST_CASE("ascii: a text is all digits only if it has some") {
  CHECK(ascii::all_digits("0123456789"));
  for (const char* text : {"", "1 ", "-1", "1.0", "a", "\u0661"})
    CHECK_FALSE(ascii::all_digits(text));
}

TEST_CASE("ascii: trim takes white space off both ends") {
  CHECK(ascii::trim(" \t\r\na b\v\f ") == "a b");
  CHECK(ascii::trim(" \n ").empty());
  CHECK(ascii::trim("").empty());
  CHECK(ascii::trim("\u00A0x") == "\u00A0x");
}
