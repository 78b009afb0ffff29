// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/article/timestamp.hpp"

#include "tests/support/random_text.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("timestamp: every precision is written and read again") {
  for (const char* text :
       {"2005", "2005-11", "2005-11-20", "2005-11-20T05:36", "2005-11-20T05:36:10",
        "2005-11-20T05:36:10+01:00", "2005-11-20T05:36-05:30", "2005-11-20T05:36:10+00:00",
        "1000-01-01", "9999-12-31T23:59:59", "2004-02-29", "2005-12-31T23:59:60+00:00"}) {
    CAPTURE(text);
    const auto time = Timestamp::from_iso8601(text);
    REQUIRE(time.has_value());
    CHECK(time->to_iso8601() == text);
  }
}

TEST_CASE("timestamp: what to iso8601 would not write is not read") {
  for (const char* text : {"",
                           "5",
                           "205",
                           "02005",
                           "0999",
                           "-205",
                           "+205",
                           " 2005",
                           "2005 ",
                           "2005-",
                           "2005-1",
                           "2005-13",
                           "2005-00",
                           "2005-11-",
                           "2005-11-31",
                           "2005-02-29",
                           "2005-11-20T",
                           "2005-11-20T05",
                           "2005-11-20T05:",
                           "2005-11-20T24:00",
                           "2005-11-20T05:60",
                           "2005-11-20T05:36:61",
                           "2005-11-20 05:36",
                           "2005-11-20T05:36Z",
                           "2005-11-20T05:36+1",
                           "2005-11-20T05:36+01",
                           "2005-11-20T05:36+0100",
                           "2005-11-20T05:36+24:00",
                           "2005-11-20T05:36:10+01:00x",
                           "2005-11+01:00",
                           "20051120",
                           "2005-1 -20",
                           "2005--1-20"}) {
    CAPTURE(text);
    CHECK_FALSE(Timestamp::from_iso8601(text).has_value());
  }
}

TEST_CASE("timestamp: a truncated or damaged text is read as a valid time or not at all") {
  const std::string whole = "2005-11-20T05:36:10+01:00";
  test::RandomText random(17);
  for (int i = 0; i < 5000; ++i) {
    std::string text = whole.substr(0, random.below(whole.size() + 1));
    if (!text.empty()) text[random.below(text.size())] = static_cast<char>(random.below(256));
    CAPTURE(text);
    const auto time = Timestamp::from_iso8601(text);
    if (!time) continue;
    REQUIRE(time->is_valid());
    REQUIRE(time->to_iso8601() == text);
  }
}

TEST_CASE("timestamp: which days and times there are") {
  struct Row {
    Timestamp time;
    bool valid;
  };
  const Row rows[] = {
      {{.year = 2005, .month = 11, .day = 20}, true},
      {{.year = 2000, .month = 2, .day = 29}, true},
      {{.year = 1900, .month = 2, .day = 29}, false},
      {{.year = 2005, .month = 6, .day = 31}, false},
      {{.year = 2005, .month = 0, .day = 1}, false},
      {{.year = 2005, .month = -3, .day = 1}, false},
      {{.year = 2005, .month = 1, .day = 0}, false},
      {{.year = 2005, .month = 257, .day = 1}, false},
      {{.year = 2005, .month = 1, .day = 257}, false},
      {{.year = 999}, false},
      {{.year = 10'000}, false},
      {{.year = 2005, .hour = 24}, false},
      {{.year = 2005, .minute = -1}, false},
      {{.year = 2005, .second = 60}, true},
      {{.year = 2005, .second = 61}, false},
      {{.year = 2005, .utc_offset_minutes = -1439}, true},
      {{.year = 2005, .utc_offset_minutes = 1440}, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.time.to_iso8601());
    CHECK(row.time.is_valid() == row.valid);
  }
}

TEST_CASE("timestamp: Unix seconds of a time are those of its place") {
  struct Row {
    std::string_view time;
    std::int64_t seconds;
  };
  const Row rows[] = {
      {"1970", 0},
      {"2005-11-20", 1132444800},
      {"2005-11-20T05:36:10", 1132464970},
      {"2005-11-20T05:36:10+00:00", 1132464970},
      {"2005-11-20T06:36:10+01:00", 1132464970},
      {"2005-11-19T23:36:10-06:00", 1132464970},
      {"1969-12-31T23:59:59", -1},
      {"1000", -30'610'224'000},
      {"9999-12-31T23:59:59", 253'402'300'799},
  };
  for (const Row& row : rows) {
    CAPTURE(row.time);
    CHECK(Timestamp::from_iso8601(row.time).value().to_unix_seconds() == row.seconds);
  }
}

TEST_CASE("timestamp: Unix seconds are read within the years 1000 to 9999") {
  for (const std::int64_t seconds :
       {std::int64_t{0}, std::int64_t{-1}, std::int64_t{1132464970}, -std::int64_t{30'610'224'000},
        std::int64_t{253'402'300'799}}) {
    CAPTURE(seconds);
    const auto time = Timestamp::from_unix_seconds(seconds);
    REQUIRE(time.has_value());
    CHECK(time->is_valid());
    CHECK(time->to_unix_seconds() == seconds);
  }
  CHECK(Timestamp::from_unix_seconds(1132464970)->to_iso8601() == "2005-11-20T05:36:10+00:00");
  for (const std::int64_t seconds :
       {-std::int64_t{30'610'224'001}, std::int64_t{253'402'300'800}, INT64_MAX, INT64_MIN}) {
    CAPTURE(seconds);
    CHECK_FALSE(Timestamp::from_unix_seconds(seconds).has_value());
  }
}

TEST_CASE("timestamp: the number of a day sorts and is that of the local clock") {
  CHECK(Timestamp::from_iso8601("2005-11-20T23:59-06:00")->day_number() == 20051120);
  CHECK(Timestamp::from_iso8601("2005-11")->day_number() == 20051101);
  CHECK(Timestamp::from_iso8601("2005")->day_number() == 20050101);
}
