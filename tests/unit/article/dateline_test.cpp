// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/article/dateline.hpp"

#include "news/base/utf8.hpp"
#include "tests/support/random_text.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

/// "place|agency|date|rest of the text", or "none".
std::string parts(std::string_view text) {
  const auto dateline = read_dateline(text);
  if (!dateline) return "none";
  const std::string date = dateline->published ? dateline->published->to_iso8601() : "";
  return dateline->place + "|" + dateline->agency + "|" + date + "|" +
         std::string(text.substr(dateline->length));
}

}  // namespace

TEST_CASE("dateline: place and agency and date of a wire story") {
  struct Row {
    std::string_view text;
    std::string_view parts;
  };
  const Row rows[] = {
      {"RUSSIA:YASUO FUKUDA met", "RUSSIA|||YASUO FUKUDA met"},
      {"TOKYO, Nov 20 (Reuters) - The minister", "TOKYO|Reuters||The minister"},
      {"TOKYO - The minister", "TOKYO|||The minister"},
      {"TOKYO, Nov 20 - The minister", "TOKYO|||The minister"},
      {"Wien, 20. November (APA) -- Der Kanzler", "Wien|APA||Der Kanzler"},
      {"PARIS, Nov. 20, 2005 (AP) \u2014 The", "PARIS|AP|2005-11-20|The"},
      {"Rio de Janeiro, Nov 20 (Reuters) - Rain", "Rio de Janeiro|Reuters||Rain"},
      {"LONDON/PARIS, Nov 20 (Reuters) - Rain", "LONDON/PARIS|Reuters||Rain"},
      {"MOSCOW, November 20. /TASS/. Rain", "MOSCOW|TASS||Rain"},
      {"МОСКВА, 14 мая \u2014 РИА Новости. Дождь", "МОСКВА|РИА Новости||Дождь"},
      {"【東京＝時事通信】雨が降った", "東京|時事通信||雨が降った"},
      {"新华社东京11月20日电 下雨了", "东京|新华社||下雨了"},
      {"TOKYO, Feb. 30, 2005 (AP) - The", "TOKYO|AP||The"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(parts(row.text) == row.parts);
  }
}

TEST_CASE("dateline: the start of a story that only looks like one is none") {
  for (const char* text :
       {"", "TOKYO", "TOKYO:", "TOKYO: ", " - x", "US:x", "UPDATE: Rain fell",
        "Tokyo - The minister", "He said - It rained", "TOKYO - and more",
        "TOKYO, Nov 20 (Reuters) - ", "TOKYO\nNov 20 (Reuters) - Rain", "Sunday - Rain fell",
        "20 Nov - Rain fell", "The very long place that is none, Nov 20 (Reuters) - Rain",
        "报社社长今日电话会议", "通讯社的消息：下雨了，今日电视"}) {
    CAPTURE(text);
    CHECK(parts(text) == "none");
  }
}

TEST_CASE("dateline: only the start of the first line is looked at") {
  const std::string far(200, 'X');
  CHECK(parts(far + " - Rain") == "none");
  CHECK(parts(std::string(1'000'000, 'X') + " - Rain") == "none");
}

TEST_CASE("dateline: what is read is well formed and within the text") {
  static constexpr std::string_view parts_of_lines[] = {
      "TOKYO", "Tokyo", ", ",   "Nov 20",     " (AP)", " - ", " -- ", "\u2014 ", ":",   " ",
      "2005",  "社",    "日电", "11月20日电", "【",    "】",  "＝",   "中国",    "/. ", "/TASS",
      "\n",    "(",     ")",    ")- ",        "de",    "Ж",   "\xFF", "1"};
  test::RandomText random(16);
  for (int i = 0; i < 10'000; ++i) {
    std::string text;
    for (std::size_t left = random.below(20); left > 0; --left) {
      text += parts_of_lines[random.below(std::size(parts_of_lines))];
    }
    CAPTURE(text);
    const auto dateline = read_dateline(text);
    if (!dateline) continue;
    REQUIRE(dateline->length > 0);
    REQUIRE(dateline->length <= text.size());
    if (!utf8::is_valid(text)) continue;
    REQUIRE(utf8::is_valid(dateline->place));
    REQUIRE(utf8::is_valid(dateline->agency));
    REQUIRE(utf8::is_valid(text.substr(dateline->length)));
  }
}
