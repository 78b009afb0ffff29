// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/facet/calendar_span.hpp"

#include <fmt/format.h>

namespace news {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

int year_of(sys_days day) { return static_cast<int>(year_month_day(day).year()); }

unsigned month_of(sys_days day) { return static_cast<unsigned>(year_month_day(day).month()); }

sys_days monday_of(sys_days day) { return day - (std::chrono::weekday(day) - std::chrono::Monday); }

/// A week belongs to the year of its Thursday; ISO 8601.
std::string week_name(sys_days monday) {
  const sys_days thursday = monday + days(3);
  const int year = year_of(thursday);
  const sys_days new_year(std::chrono::year(year) / std::chrono::January / 1);
  return fmt::format("{:04}-W{:02}", year, (thursday - new_year).count() / 7 + 1);
}

}  // namespace

std::string_view name_of(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::day:
      return "day";
    case TimeUnit::week:
      return "week";
    case TimeUnit::month:
      return "month";
    case TimeUnit::year:
      return "year";
  }
  return {};
}

CalendarSpan CalendarSpan::of(TimeUnit unit, sys_days day) {
  const year_month_day date(day);
  switch (unit) {
    case TimeUnit::day:
      break;
    case TimeUnit::week:
      return {unit, monday_of(day)};
    case TimeUnit::month:
      return {unit, sys_days(date.year() / date.month() / 1)};
    case TimeUnit::year:
      return {unit, sys_days(date.year() / std::chrono::January / 1)};
  }
  return {unit, day};
}

CalendarSpan CalendarSpan::next() const {
  constexpr int longest = 31;
  switch (unit) {
    case TimeUnit::day:
      return {unit, first + days(1)};
    case TimeUnit::week:
      return {unit, first + days(7)};
    case TimeUnit::month:
      return of(unit, first + days(longest));
    case TimeUnit::year:
      break;
  }
  return of(unit, first + days(366));
}

std::string CalendarSpan::name() const {
  switch (unit) {
    case TimeUnit::day:
      break;
    case TimeUnit::week:
      return week_name(first);
    case TimeUnit::month:
      return fmt::format("{:04}-{:02}", year_of(first), month_of(first));
    case TimeUnit::year:
      return fmt::format("{:04}", year_of(first));
  }
  return iso_date(first);
}

std::string iso_date(sys_days day) {
  return fmt::format("{:04}-{:02}-{:02}", year_of(day), month_of(day),
                     static_cast<unsigned>(year_month_day(day).day()));
}

}  // namespace news
