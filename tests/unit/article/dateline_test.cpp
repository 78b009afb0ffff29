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
      {"KHARTOUM, Sudan (AP) _ Rain", "KHARTOUM|AP||Rain"},
      {"Tokyo, Nov 20 (Jiji Press)--Rain", "Tokyo|Jiji Press||Rain"},
      {"Oslo (CNN)Rain fell", "Oslo|CNN||Rain fell"},
      {"Oslo (CNN Business) Rain fell", "Oslo|CNN Business||Rain fell"},
      {"(Reuters) - Rain fell", "|Reuters||Rain fell"},
      {"(AP) LIMA, Peru - Rain", "LIMA|AP||Rain"},
      {"SAN PABLO (BUSINESS WIRE) Apr 22, 2008 - Rain", "SAN PABLO|BUSINESS WIRE|2008-04-22|Rain"},
      {"TOKYO, April 22, Kyodo - Rain", "TOKYO|Kyodo||Rain"},
      {"Moscow. April 22. INTERFAX - Rain", "Moscow|INTERFAX||Rain"},
      {"St. Pablo (AP) - Rain", "St. Pablo|AP||Rain"},
      {"PARIS, 4/11/2008 (AP) - Rain", "PARIS|AP|2008-11-04|Rain"},
      {"US: A SENATE committee", "US|||A SENATE committee"},
      {"EU: LEADERS met", "EU|||LEADERS met"},
      {"RUSSIA : YASUO FUKUDA met", "RUSSIA|||YASUO FUKUDA met"},
      {"Russia: Yasuo Fukuda met", "Russia|||Yasuo Fukuda met"},
      {"CHINA/TAIWAN: THE LEADERS met", "CHINA/TAIWAN|||THE LEADERS met"},
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
  for (const char* text : {"",
                           "TOKYO",
                           "TOKYO:",
                           "TOKYO: ",
                           " - x",
                           "US:x",
                           "UPDATE: Rain fell",
                           "Tokyo - The minister",
                           "He said - It rained",
                           "TOKYO - and more",
                           "TOKYO, Nov 20 (Reuters) - ",
                           "TOKYO\nNov 20 (Reuters) - Rain",
                           "Sunday - Rain fell",
                           "20 Nov - Rain fell",
                           "The very long place that is none, Nov 20 (Reuters) - Rain",
                           "PM: Rain fell",
                           "Russia: rain fell",
                           "Minister: Rain fell",
                           "Oslo (north) Rain fell",
                           "Oslo (CNN) rain fell",
                           "(north) - Rain fell",
                           "He (Smith) Apr - Rain",
                           "报社社长今日电话会议",
                           "通讯社的消息：下雨了，今日电视"}) {
    CAPTURE(text);
    CHECK(parts(text) == "none");
  }
}

TEST_CASE("dateline: two numbers with a slash are read as the language writes them") {
  const auto dateline = read_dateline("PARIS, 4/11/2008 (AP) - Rain", *Language::parse("en"));
  REQUIRE(dateline.has_value());
  CHECK(dateline->published->to_iso8601() == "2008-04-11");
}

TEST_CASE("dateline: with an agency it may stand below a few short lines") {
  const auto rest = [](const std::string& body) {
    const auto dateline = find_dateline(body);
    return dateline ? dateline->agency + "|" + body.substr(dateline->length) : "none";
  };
  CHECK(rest("TOKYO - Rain") == "|Rain");
  CHECK(rest("(Adds quotes)\nTOKYO (AP) - Rain") == "AP|Rain");
  CHECK(rest("BC-RAIN, 3rd Ld\nEds: UPDATES\nBy A. Oake\nWriter\nTOKYO (AP) _ Rain") == "AP|Rain");
  CHECK(rest("1\n2\n3\n4\n5\nTOKYO (AP) _ Rain") == "none");
  CHECK(rest("(Adds quotes)\nTOKYO - Rain") == "none");
  CHECK(rest("(Adds quotes)\nRUSSIA: RAIN fell") == "none");
  CHECK(rest(std::string(101, 'x') + "\nTOKYO (AP) - Rain") == "none");
  CHECK(rest("") == "none");
  CHECK(rest("\n\n\n\n\n\n") == "none");
}

TEST_CASE("dateline: places as running text writes them") {
  struct Row {
    std::string_view place;
    std::vector<std::string> names;
  };
  const Row rows[] = {{"", {}},
                      {"RUSSIA", {"Russia"}},
                      {"Rio de Janeiro", {"Rio de Janeiro"}},
                      {"LUSAKA/JOHANNESBURG", {"Lusaka", "Johannesburg"}},
                      {"/", {}},
                      {"US", {"US"}},
                      {"DR CONGO", {"DR Congo"}},
                      {"NEW YORK", {"New York"}}};
  for (const Row& row : rows) {
    CAPTURE(row.place);
    CHECK(place_names(row.place) == row.names);
  }
}

TEST_CASE("dateline: only the start of the first line is looked at") {
  const std::string far(200, 'X');
  CHECK(parts(far + " - Rain") == "none");
  CHECK(parts(std::string(1'000'000, 'X') + " - Rain") == "none");
}

TEST_CASE("dateline: what is read is well formed and within the text") {
  static constexpr std::string_view parts_of_lines[] = {
      "TOKYO", "Tokyo", ", ",     "Nov 20", " (AP)",      " - ", " -- ", "\u2014 ", ":",
      " ",     "2005",  "社",     "日电",   "11月20日电", "【",  "】",   "＝",      "中国",
      "/. ",   "/TASS", "\n",     "(",      ")",          ")- ", "de",   " _ ",     "(CNN)",
      ". ",    "US: ",  "Russia", "Ж",      "\xFF",       "1"};
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
