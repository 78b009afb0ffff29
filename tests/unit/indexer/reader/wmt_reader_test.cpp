// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reading.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

TEST_CASE("wmt reader: a document is read in the language it was written in") {
  const std::string document =
      "<doc origlang=\"de\" id=\"blatt.1\"><src lang=\"de\"><p><seg id=\"1\">Brücke zu</seg></p>"
      "<p><seg id=\"2\">Sie ist zu.</seg>\n<seg id=\"3\">Bis Mai.</seg></p></src>"
      "<ref lang=\"en\"><p><seg id=\"1\">Bridge closed</seg></p></ref></doc>";
  const auto records = records_of(
      "wmt", "<?xml version='1.0'?><dataset id=\"t\">" + document + document + "</dataset>");
  REQUIRE(records.size() == 2);
  const Article& article = std::get<Article>(records[0]);
  CHECK(article.id == "blatt.1");
  CHECK(article.language.code() == "de");
  CHECK(article.title == "Brücke zu");
  CHECK(article.body == "Sie ist zu. Bis Mai.");
  CHECK(std::get<Article>(records[1]).origin.record == 2);
}

TEST_CASE("wmt reader: no space comes between sentences that none divides") {
  const Article article =
      article_of("wmt",
                 "<?xml version='1.0'?><dataset><doc origlang=\"ja\" id=\"j\"><src lang=\"ja\"><p>"
                 "<seg id=\"0\">橋の閉鎖</seg></p><p>"
                 "<seg id=\"1\">橋は閉鎖された。</seg><seg "
                 "id=\"2\">五月まで。</seg></p></src></doc></dataset>");
  CHECK(article.body == "橋は閉鎖された。五月まで。");
}
