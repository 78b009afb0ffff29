// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/facet/calendar_span.hpp"

#include <doctest/doctest.h>

using namespace news;

namespace {

constexpr std::chrono::sys_days day(int year, unsigned month, unsigned day_of_month) {
  return std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day_of_month);
}

struct Row {
  TimeUnit unit;
  std::chrono::sys_days day;
  const char* name;
  const char* first;
  const char* last;
};

}  // namespace

TEST_CASE("calendar span: the one that a day lies in") {
  const Row rows[] = {
      {TimeUnit::day, day(2005, 11, 20), "2005-11-20", "2005-11-20", "2005-11-20"},
      {TimeUnit::month, day(2005, 11, 20), "2005-11", "2005-11-01", "2005-11-30"},
      {TimeUnit::month, day(2004, 2, 29), "2004-02", "2004-02-01", "2004-02-29"},
      {TimeUnit::month, day(2005, 12, 31), "2005-12", "2005-12-01", "2005-12-31"},
      {TimeUnit::year, day(2004, 12, 31), "2004", "2004-01-01", "2004-12-31"},
      {TimeUnit::year, day(2005, 1, 1), "2005", "2005-01-01", "2005-12-31"},
      {TimeUnit::year, day(9999, 12, 31), "9999", "9999-01-01", "9999-12-31"},
      {TimeUnit::week, day(2005, 11, 20), "2005-W46", "2005-11-14", "2005-11-20"},
      {TimeUnit::week, day(2005, 11, 21), "2005-W47", "2005-11-21", "2005-11-27"},
      // ISO 8601: a week belongs to the year of its Thursday.
      {TimeUnit::week, day(2005, 1, 1), "2004-W53", "2004-12-27", "2005-01-02"},
      {TimeUnit::week, day(2008, 12, 31), "2009-W01", "2008-12-29", "2009-01-04"},
      {TimeUnit::week, day(2010, 1, 3), "2009-W53", "2009-12-28", "2010-01-03"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const CalendarSpan span = CalendarSpan::of(row.unit, row.day);
    CHECK(span.name() == row.name);
    CHECK(iso_date(span.first) == row.first);
    CHECK(iso_date(span.last()) == row.last);
  }
}

TEST_CASE("calendar span: the next one begins where it ends") {
  for (const TimeUnit unit : {TimeUnit::day, TimeUnit::week, TimeUnit::month, TimeUnit::year}) {
    CAPTURE(name_of(unit));
    CalendarSpan span = CalendarSpan::of(unit, day(1999, 12, 15));
    for (int i = 0; i < 100; ++i) {
      const CalendarSpan next = span.next();
      REQUIRE(next.first == span.last() + std::chrono::days(1));
      REQUIRE(CalendarSpan::of(unit, next.first) == next);
      REQUIRE(CalendarSpan::of(unit, next.last()) == next);
      span = next;
    }
  }
}
