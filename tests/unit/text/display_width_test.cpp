// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/display_width.hpp"

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("display width: the columns of a line") {
  struct Row {
    std::string_view line;
    std::size_t columns;
  };
  const Row rows[] = {
      {"", 0},
      {"abc", 3},
      {"na\u00EFve", 5},
      {"nai\u0308ve", 5},
      {"\u4E2D\u56FD", 4},
      {"\u30AB\u30CA \uFF76\uFF85", 7},
      {"\uD55C\uAD6D", 4},
      {"\uFF21\uFF22", 4},
      {"\U0001F600!", 3},
      {"col\u00ADlapse", 8},
      {"a\u200B\u200D\u202Eb", 2},
      {"\u05E9\u05B8\u05DC", 2},
      {"\u0E17\u0E35\u0E48", 1},
      {"\u20AC\u2014\u2026", 3},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(display_width(row.line) == row.columns);
  }
}

TEST_CASE("display width: control characters have none") {
  for (const char32_t c : {U'\0', U'\n', U'\x1B', U'\x7F', U'\u0085'}) {
    CHECK(display_width(c) == 0);
  }
}

TEST_CASE("display width: a line that is too wide is shortened at either end") {
  CHECK(shortened("ferry", 5) == "ferry");
  CHECK(shortened("ferry", 4) == "fer…");
  CHECK(shortened("ferry", 4, Keep::end) == "…rry");
  CHECK(shortened("ferry", 1) == "…");
  CHECK(shortened("ferry", 0).empty());
  CHECK(shortened("渡輪沉沒", 6) == "渡輪…");  // a wide character is not halved
  CHECK(shortened("渡輪沉沒", 6, Keep::end) == "…沉沒");
}
