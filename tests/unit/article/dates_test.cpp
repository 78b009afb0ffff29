// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/article/dates.hpp"

#include "tests/support/random_text.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

struct Row {
  std::string_view text;
  std::string_view date;
  std::string_view language = "und";
};

std::string parsed(const Row& row) {
  const auto date = parse_date(row.text, Language::parse(row.language).value_or(Language()));
  return date ? date->to_iso8601() : "none";
}

/// Each date of a text and, in brackets, the words it was read from.
std::string found(std::string_view text, std::string_view language = "und") {
  std::string out;
  for (const FoundDate& date : find_dates(text, Language::parse(language).value_or(Language()))) {
    out += date.when.to_iso8601() + "[" + std::string(date.range.in(text)) + "]";
  }
  return out;
}

}  // namespace

TEST_CASE("dates: figures alone") {
  const Row rows[] = {
      {"2005-11-20", "2005-11-20"},
      {"2005-1-2", "2005-01-02"},
      {"2005/11/20", "2005-11-20"},
      {"2005.11.20", "2005-11-20"},
      {"2005-11-20 05:36", "2005-11-20T05:36"},
      {"2005-11-20T05:36:10Z", "2005-11-20T05:36:10+00:00"},
      {"2005-11-20T05:36:10.123+01:00", "2005-11-20T05:36:10+01:00"},
      {"2005-11-20T05:36:10 -0500", "2005-11-20T05:36:10-05:00"},
      {"20051120", "2005-11-20"},
      {"20051120053610", "2005-11-20T05:36:10"},
      {"20051120T053610Z", "2005-11-20T05:36:10+00:00"},
      {"20051120T0536Z", "2005-11-20T05:36+00:00"},
      {"2005-11-20T05:36:10,123+01", "2005-11-20T05:36:10+01:00"},
      {"20.11.2005 05:36 Uhr", "2005-11-20T05:36"},
      {"20-11-2005", "2005-11-20"},
      {"20/11/2005", "2005-11-20"},
      {"11/20/2005", "2005-11-20"},
      {"2005年11月20日 5時36分", "2005-11-20T05:36"},
      {"2005年11月20日 午後5時36分", "2005-11-20T17:36"},
      {"2005년 11월 20일", "2005-11-20"},
      {"٢٠/١١/٢٠٠٥", "2005-11-20"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(parsed(row) == row.date);
  }
}

TEST_CASE("dates: a short date of figures needs a line or part of a line to itself") {
  struct Found {
    std::string_view text;
    std::string_view dates;
    std::string_view language = "und";
  };
  const Found rows[] = {
      {"12.11.07", "2007-11-12[12.11.07]"},
      {"LE PONT | 12.11.07 | 18h22", "2007-11-12T18:22[12.11.07 | 18h22]"},
      {"Stand: 12.11.07, 18.22 Uhr", "2007-11-12T18:22[12.11.07, 18.22 Uhr]"},
      {"12.11.07 18:22", "2007-11-12T18:22[12.11.07 18:22]"},
      {"Mo 12.11.07 | 18:22 Uhr", "2007-11-12T18:22[Mo 12.11.07 | 18:22 Uhr]"},
      {"12.11.07", "", "ja"},
      {"Version 12.11.07", ""},
      {"12.11.07 metres", ""},
      {"2.1.07", ""},
      {"12-11-07", ""},
      {"12.13.07", ""},
  };
  for (const Found& row : rows) {
    CAPTURE(row.text);
    CHECK(found(row.text, row.language) == row.dates);
  }
}

TEST_CASE("dates: the time of day that belongs to a date") {
  const Row rows[] = {
      // of two times the one with a zone
      {"11:09 GMT, Tuesday, 22 July 2008 12:09 UK", "2008-07-22T11:09+00:00"},
      {"11:09, Tuesday, 22 July 2008 12:09", "2008-07-22T12:09"},
      {"11:09 GMT, 22 July 2008 12:09 CET", "2008-07-22T12:09+01:00"},
      // a clock without a colon
      {"Friday 3 August 2012 19.04 BST", "2012-08-03T19:04+01:00"},
      {"Nov 12, 2007 at 6.22pm", "2007-11-12T18:22"},
      {"Updated 0547 GMT (1347 HKT) October 6, 2015", "2015-10-06T05:47+00:00"},
      {"05:47 GMT (13:47 HKT) October 6, 2015", "2015-10-06T05:47+00:00"},
      {"12 Nov 2007, 1822 hrs IST", "2007-11-12T18:22"},
      {"12 Nov 2007, 19.04 metres", "2007-11-12"},
      // words between
      {"7 March 2012 Last updated at 16:47", "2012-03-07T16:47"},
      {"March 7, 2000 Published at 18:22 GMT", "2000-03-07T18:22+00:00"},
      {"November 8, 2018 / 10:22 AM / 2 years ago", "2018-11-08T10:22"},
      {"12 novembre 2007 mis \u00E0 jour \u00E0 18:22", "2007-11-12T18:22"},
      {"7 March 2012 rain fell at 16:47", "2012-03-07"},
      // but the time of another label is not that of a labelled date
      {"Published: Tuesday, 7 March 2012, updated at 16:47", "2012-03-07"},
      {"Publi\u00E9 le 7 mars 2012 \u00E0 18:22, mis \u00E0 jour \u00E0 19:01", "2012-03-07T18:22"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(parsed(row) == row.date);
  }
}

TEST_CASE("dates: the names of months in many languages") {
  const Row rows[] = {
      {"Sun, 20 Nov 2005 05:36:10 +0000", "2005-11-20T05:36:10+00:00"},
      {"Sun Nov 20 05:36:10 +0000 2005", "2005-11-20T05:36:10+00:00"},
      {"Sun Nov 20 05:36:10 EST 2005", "2005-11-20T05:36:10-05:00"},
      {"20 November 2005, 05:36 GMT", "2005-11-20T05:36+00:00"},
      {"26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01"},
      {"Nov. 20, 2005 5:36 a.m. EST", "2005-11-20T05:36-05:00"},
      {"November 20th 2005", "2005-11-20"},
      {"2nd of May, 2005", "2005-05-02"},
      {"Published: 20 Nov 2005 | Updated: 21 Nov 2005", "2005-11-20"},
      {"20. November 2005", "2005-11-20"},
      {"20 novembre 2005 à 05h36", "2005-11-20T05:36"},
      {"1er août 2005", "2005-08-01"},
      {"20 de noviembre de 2005", "2005-11-20"},
      {"20 ноября 2005 г. 05:36 МСК", "2005-11-20T05:36+03:00"},
      {"20 kasım 2005", "2005-11-20"},
      {"20 listopada 2005", "2005-11-20"},
      {"20. marraskuuta 2005", "2005-11-20"},
      {"٢٠ نوفمبر ٢٠٠٥", "2005-11-20"},
      {"20 تشرين الثاني 2005", "2005-11-20"},
      {"20 كانون الاول 2005", "2005-12-20"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(parsed(row) == row.date);
  }
}

TEST_CASE("dates: months and forms of many more languages") {
  const Row rows[] = {
      {"20 Νοεμβρίου 2005", "2005-11-20"},
      {"20 листопада 2005, 05:36", "2005-11-20T05:36"},
      {"20. listopadu 2005", "2005-11-20"},
      {"20. listopada 2005.", "2005-10-20", "hr"},
      {"20. listopada 2005.", "2005-11-20", "sl"},
      {"20. studenoga 2005.", "2005-11-20"},
      {"20. новембра 2005.", "2005-11-20"},
      {"20 noiembrie 2005", "2005-11-20"},
      {"20 de novembre de 2005", "2005-11-20"},
      {"20 November 2005 pukul 05.36 WIB", "2005-11-20T05:36+07:00"},
      {"20 Novemba 2005", "2005-11-20"},
      {"20 בנובמבר 2005", "2005-11-20"},
      {"۲۰ نوامبر ۲۰۰۵", "2005-11-20"},
      {"२० नवंबर २००५", "2005-11-20"},
      {"20 ნოემბერი, 2005", "2005-11-20"},
      {"20 tháng 11 năm 2005", "2005-11-20"},
      {"ngày 20 tháng 11, 2005", "2005-11-20"},
      {"20. nov 2005 kl. 05.36", "2005-11-20T05:36"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(parsed(row) == row.date);
  }
}

TEST_CASE("dates: the year may stand before the name of the month") {
  const Row rows[] = {
      {"2005-Nov-20", "2005-11-20"},
      {"2005 November 20", "2005-11-20"},
      {"2005. november 20., vasárnap", "2005-11-20"},
      {"2005. gada 20. novembris", "2005-11-20"},
      {"2005 m. lapkričio 20 d.", "2005-11-20"},
      {"In 2005 May 20 people came at 5:36", "2005-05-20"},
      {"2005 Nov 31", "none"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(parsed(row) == row.date);
  }
}

TEST_CASE("dates: years of other eras") {
  const Row rows[] = {
      {"令和7年1月13日 5時00分", "2025-01-13T05:00"},
      {"令和元年5月1日", "2019-05-01"},
      {"平成17年11月20日", "2005-11-20"},
      {"民國94年11月20日", "2005-11-20"},
      {"20 พฤศจิกายน 2548", "2005-11-20"},
      {"20 พ.ย. 2548 05:36", "2005-11-20T05:36"},
      {"20/11/2548", "2005-11-20", "th"},
      {"20/11/2548", "none"},
      {"平成17年13月20日", "none"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(parsed(row) == row.date);
  }
}

TEST_CASE("dates: what stands between an East Asian date and its time") {
  const Row rows[] = {
      {"2005年11月20日（日）5時36分", "2005-11-20T05:36"},
      {"2005年11月20日(日) 05:36", "2005-11-20T05:36"},
      {"2005. 11. 20. 오전 5:36", "2005-11-20T05:36"},
      {"2005년 11월 20일 오후 5시 36분", "2005-11-20T17:36"},
      {"2005.11.20(일) 05:36", "2005-11-20T05:36"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(parsed(row) == row.date);
  }
}

TEST_CASE("dates: a time that is relative to now is no date") {
  for (const char* text : {"yesterday", "today at 5:36", "il y a 3 heures", "hace 2 horas",
                           "vor 5 Minuten", "3h ago"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text).has_value());
  }
}

TEST_CASE("dates: a field may hold less than a day or a number of seconds") {
  const Row rows[] = {
      {"2005", "2005"},
      {"2005-11", "2005-11"},
      {"2005/11", "2005-11"},
      {"November 2005", "2005-11"},
      {"Nov. 2005", "2005-11"},
      {"1132464970", "2005-11-20T05:36:10+00:00"},
      {" 1132464970.5 ", "2005-11-20T05:36:10+00:00"},
      {"1132464970123", "2005-11-20T05:36:10+00:00"},
      {"100000000", "1973-03-03T09:46:40+00:00"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(parsed(row) == row.date);
    CHECK(find_dates(row.text).empty());
  }
}

TEST_CASE("dates: a year of two digits is 1970 to 2069 and only in a field or behind a name") {
  const Row rows[] = {
      {"14 Jan 70", "1970-01-14"}, {"14 Jan 69", "2069-01-14"}, {"14 Jan 00", "2000-01-14"},
      {"14-JAN-99", "1999-01-14"}, {"14.01.05", "2005-01-14"},  {"14/01/05", "2005-01-14"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(parsed(row) == row.date);
  }
  CHECK(found("It scored 20-11-05 then.") == "");
}

TEST_CASE("dates: two numbers with a slash are read as the language writes them") {
  const Row rows[] = {
      {"5/6/2005", "2005-05-06", "en"},  {"5/6/2005", "2005-06-05", "fr"},
      {"5/6/2005", "2005-06-05"},        {"5.6.2005", "2005-06-05", "en"},
      {"13/6/2005", "2005-06-13", "en"}, {"6/13/2005", "2005-06-13", "de"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.language);
    CHECK(parsed(row) == row.date);
  }
}

TEST_CASE("dates: an impossible date is no date") {
  for (const char* text : {"",
                           "   ",
                           "no date",
                           "31 June 2005",
                           "31st of June 2005",
                           "31. Juni 2005",
                           "31-JUN-2005",
                           "June 31, 2005",
                           "2005-02-29",
                           "29.02.2005",
                           "2005-13-01",
                           "2005-00-10",
                           "2005-11-00",
                           "13/13/2005",
                           "00/00/0000",
                           "0000-00-00",
                           "0999-01-01",
                           "9999-12-31",
                           "1599-01-01",
                           "20051301",
                           "20051120246161",
                           "99999999999999999999",
                           "12345",
                           "-1132464970",
                           "2005-W46-7",
                           "1.2.3.4",
                           "20:11:05"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text).has_value());
  }
}

TEST_CASE("dates: an impossible time leaves the day") {
  const Row rows[] = {
      {"20 Nov 2005 25:61", "2005-11-20"},
      {"2005-11-20T24:00:00Z", "2005-11-20"},
      {"20 Nov 2005 05:36 +2500", "2005-11-20T05:36"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(parsed(row) == row.date);
  }
}

TEST_CASE("dates: full dates in running text with all that belongs to them") {
  struct Found {
    std::string_view text;
    std::string_view dates;
  };
  const Found rows[] = {
      {"He died on 20 Nov. 2005 in Rome.", "2005-11-20[20 Nov. 2005]"},
      {"05:36 GMT, Sunday, 20 November 2005",
       "2005-11-20T05:36+00:00[05:36 GMT, Sunday, 20 November 2005]"},
      {"Posted Sunday, 20 Nov 2005 at 5 pm ET.",
       "2005-11-20T17:00[Sunday, 20 Nov 2005 at 5 pm ET]"},
      {"1.2.2005-3.2.2005", "2005-02-01[1.2.2005]2005-02-03[3.2.2005]"},
      {"20 Nov 2005 05:36, 21 Nov 2005",
       "2005-11-20T05:36[20 Nov 2005 05:36]2005-11-21[21 Nov 2005]"},
      {"20 Nov 2005 20 Nov 2005 12:30",
       "2005-11-20[20 Nov 2005]2005-11-20T12:30[20 Nov 2005 12:30]"},
      {"In 2005 and May 2005 and on May 20", ""},
      {"$13 May 2005", ""},
      {"version 1.2.3.2005 and 1.2.2005.4", ""},
      {"1,987 20.11.2005", "2005-11-20[20.11.2005]"},
  };
  for (const Found& row : rows) {
    CAPTURE(row.text);
    CHECK(found(row.text) == row.dates);
  }
}

TEST_CASE("dates: a full date has two numbers in the digits of any script") {
  for (const char* text : {"In May 1968", "Nov. 20", "1968", "no figures at all", ""}) {
    CAPTURE(text);
    CHECK(find_dates(text).empty());
  }
  for (const char* text : {"Nov. 20, 2005", "٢٠ نوفمبر ٢٠٠٥", "２０ November ２００５"}) {
    CAPTURE(text);
    CHECK(find_dates(text).size() == 1);
  }
}

TEST_CASE("dates: the time of day of a line that has nothing else") {
  const Row rows[] = {
      {"Web posted at: 11:38 p.m. EST (0438 GMT)", "2001-01-30T23:38-05:00"},
      {"Published at 18:22 GMT 19:22 UK", "2001-01-30T18:22+00:00"},
      {"18:22", "2001-01-30T18:22"},
      {"Tuesday, 6.22pm", "2001-01-30T18:22"},
      {"18:22 Rain", ""},
      {"Rain 18:22", ""},
      {"18:22 Rain in Rome", ""},
      {"12 March 2011, 18:22", ""},
      {"18:22, 12 March 2011", ""},
      {"Published", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto when = with_time_of_line({.year = 2001, .month = 1, .day = 30}, row.text);
    CHECK((when ? when->to_iso8601() : "") == row.date);
  }
  CHECK_FALSE(with_time_of_line({.year = 2001}, std::string(1'000'000, '.') + "18:22"));
}

TEST_CASE("dates: what is found is valid and in order and does not overlap") {
  static constexpr std::string_view parts[] = {
      "20",    " ",   ".",      ",",  "/",       "-",  ":",    "Nov", "2005",
      "05:36", "GMT", "Sunday", "at", "11",      "pm", "th",   "年",  "月",
      "日",    "+01", "am",     "31", "5 times", "\n", "\xFF", "de",  "GMT",
      "1822",  "hrs", "07",     "|",  "updated", "(",  ")"};
  test::RandomText random(13);
  for (int i = 0; i < 10'000; ++i) {
    std::string text;
    for (std::size_t left = random.below(16); left > 0; --left) {
      text += parts[random.below(std::size(parts))];
    }
    CAPTURE(text);
    std::size_t last_end = 0;
    for (const FoundDate& date : find_dates(text)) {
      REQUIRE(date.when.is_valid());
      REQUIRE(date.range.begin >= last_end);
      REQUIRE(date.range.end > date.range.begin);
      REQUIRE(date.range.end <= text.size());
      last_end = date.range.end;
    }
    const auto whole = parse_date(text);
    REQUIRE((!whole || whole->is_valid()));
  }
}

TEST_CASE("dates: random bytes are read to their end") {
  test::RandomText random(14);
  for (int i = 0; i < 2000; ++i) {
    const std::string text = random.bytes(60);
    find_dates(text);
    const auto date = parse_date(text);
    CHECK((!date || date->is_valid()));
  }
}
