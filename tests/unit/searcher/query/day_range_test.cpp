// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/day_range.hpp"

#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace news;

namespace {

using std::chrono::sys_days;
using namespace std::chrono_literals;

constexpr sys_days today = 2005y / std::chrono::November / 20;

std::string written(const std::optional<DayRange>& range) {
  if (!range) return "none";
  const auto end = [](const std::optional<std::int32_t>& day) {
    return day ? std::to_string(*day) : std::string();
  };
  return end(range->first) + ".." + end(range->last);
}

struct Row {
  std::string_view text;
  std::string_view days;
};

}  // namespace

TEST_CASE("day range: a date is as many days as it names") {
  const Row rows[] = {
      {"2005", "20050101..20051231"},
      {"2005-11", "20051101..20051131"},  // the last day sorts behind every one of the month
      {"2004-02", "20040201..20040231"},
      {"2005-11-20", "20051120..20051120"},
      {"2004-02-29", "20040229..20040229"},
      {"1000", "10000101..10001231"},
      {"9999-12-31", "99991231..99991231"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(written(parse_day(row.text, today)) == row.days);
    CHECK(written(parse_day_range(row.text, today)) == row.days);
  }
}

TEST_CASE("day range: so long before today") {
  const Row rows[] = {
      {"today", "20051120..20051120"},     {"Today", "20051120..20051120"},
      {"yesterday", "20051119..20051119"}, {"0d", "20051120..20051120"},
      {"7d", "20051113..20051113"},        {"20d", "20051031..20051031"},
      {"2w", "20051106..20051106"},        {"3m", "20050820..20050820"},
      {"11m", "20041220..20041220"},       {"1y", "20041120..20041120"},
      {"10000d", "19780705..19780705"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(written(parse_day(row.text, today)) == row.days);
  }
}

TEST_CASE("day range: a month before the last of a longer one is its own last") {
  const auto before = [](std::string_view text, sys_days day) {
    return written(parse_day(text, day));
  };
  CHECK(before("1m", 2005y / std::chrono::March / 31) == "20050228..20050228");
  CHECK(before("1m", 2004y / std::chrono::March / 30) == "20040229..20040229");
  CHECK(before("1m", 2005y / std::chrono::January / 31) == "20041231..20041231");
  CHECK(before("1y", 2004y / std::chrono::February / 29) == "20030228..20030228");
  CHECK(before("yesterday", 2004y / std::chrono::March / 1) == "20040229..20040229");
}

TEST_CASE("day range: all on one side of a date") {
  const Row rows[] = {
      {">2005", "20051232.."},  // sorts behind every day of the year and before the next one's
      {">=2005", "20050101.."},
      {"<2005", "..20050100"},
      {"<=2005-11", "..20051131"},
      {">yesterday", "20051120.."},
      {"<=today", "..20051120"},
      {">", "none"},
      {">=", "none"},
      {"=2005", "none"},
      {">>2005", "none"},
      {">soon", "none"},
      {">2005..2006", "none"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(written(parse_day_range(row.text, today)) == row.days);
  }
}

TEST_CASE("day range: two dates with dots between include both") {
  const Row rows[] = {
      {"2005-11..2006", "20051101..20061231"},
      {"2005..2005-11", "20050101..20051131"},
      {"2005-11-20..", "20051120.."},
      {"..2006", "..20061231"},
      {"2005..", "20050101.."},
      {"7d..", "20051113.."},
      {"1y..yesterday", "20041120..20051119"},
      {"..today", "..20051120"},
      {"2006..2005-11", "20060101..20051131"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(written(parse_day_range(row.text, today)) == row.days);
  }
}

TEST_CASE("day range: what is no date") {
  const std::string_view texts[] = {
      "",       " ",           "soon",      "2005-13",      "2005-00",   "2005-02-29",
      "2005-2", "2005-11-31",  "2005-11-0", "2005/11/20",   "20051120",  "0999",
      "10000",  "-2005",       "+7d",       "-7d",          "7",         "7x",
      "7dd",    "d",           "10001d",    "99999999999d", "7 d",       " 2005",
      "2005 ",  "2005-11-20x", "\xFF",      "tomorrow",     "last week",
  };
  for (const std::string_view text : texts) {
    CAPTURE(text);
    CHECK(written(parse_day(text, today)) == "none");
    CHECK(written(parse_day_range(text, today)) == "none");
  }
}

TEST_CASE("day range: a range with an end that is no date is none") {
  for (const std::string_view text : {"..", "...", "2005...2006", "x..2006", "2005..x",
                                      "2005..2006..2007", "2005-02-30..", "2005.2006"}) {
    CAPTURE(text);
    CHECK(written(parse_day_range(text, today)) == "none");
  }
  CHECK(written(parse_day("2005..2006", today)) == "none");
}

TEST_CASE("day range: every day so long ago is one that there is") {
  for (int number = 0; number <= 10'000; number += 7) {
    for (const char unit : {'d', 'w', 'm', 'y'}) {
      const auto range = parse_day(fmt::format("{}{}", number, unit), today);
      CAPTURE(number);
      REQUIRE(range.has_value());
      REQUIRE(range->first == range->last);
      const std::int32_t day = *range->first;
      const std::string iso =
          fmt::format("{:04}-{:02}-{:02}", day / 10'000, day / 100 % 100, day % 100);
      REQUIRE(parse_day(iso, today) == range);
    }
  }
}
