// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/declared_charset.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

using news::declared_charset;

TEST_CASE("declared charset: where pages say it") {
  struct Row {
    std::string_view html;
    std::string_view charset;
  };
  const Row rows[] = {
      {"<meta charset=utf-8>", "utf-8"},
      {"<META CHARSET = 'Shift_JIS' />", "shift_jis"},
      {R"(<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">)",
       "windows-1251"},
      {R"(<?xml version="1.0" encoding="iso-8859-2"?><html>)", "iso-8859-2"},
      {R"(<?xml version="1.0" encoding="x"?><html><meta charset="koi8-r">)", "koi8-r"},
      {"<!-- <meta charset=a> --><meta charset=b>", "b"},
      {"<p>charset=utf-8", ""},
      {"<meta name=charset content=x>", ""},
      {"<meta charset", ""},
      {"<!-- <meta charset=a>", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.html);
    CHECK(declared_charset(row.html) == row.charset);
  }
}

TEST_CASE("declared charset: only near the start") {
  CHECK(declared_charset(std::string(100'000, ' ') + "<meta charset=utf-8>").empty());
}
