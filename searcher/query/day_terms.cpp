// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/day_terms.hpp"

#include "news/index/schema.hpp"

#include <chrono>

#include <fmt/format.h>

namespace news {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

/// The day that a number says; the last of its month if that is shorter.
year_month_day date_of(std::int32_t number) {
  const std::chrono::year year(number / 10000);
  const std::chrono::month month(static_cast<unsigned>(number / 100 % 100));
  const year_month_day date = year / month / (number % 100);
  return date.ok() ? date : year_month_day(year / month / std::chrono::last);
}

/// A year, month or day: its term and the last day in it.
struct Span {
  std::string term;
  sys_days last;
};

/// The longest span that begins on a day and does not go beyond another one.
Span longest_span(year_month_day first, sys_days end) {
  const int year = static_cast<int>(first.year());
  const unsigned month = static_cast<unsigned>(first.month());
  const unsigned day = static_cast<unsigned>(first.day());
  const sys_days end_of_year = first.year() / std::chrono::December / 31;
  if (month == 1 && day == 1 && end_of_year <= end) {
    return {schema::term(schema::year, fmt::format("{:04}", year)), end_of_year};
  }
  const sys_days end_of_month = first.year() / first.month() / std::chrono::last;
  if (day == 1 && end_of_month <= end) {
    return {schema::term(schema::month, fmt::format("{:04}{:02}", year, month)), end_of_month};
  }
  return {schema::term(schema::day, fmt::format("{:04}{:02}{:02}", year, month, day)), first};
}

}  // namespace

std::vector<std::string> day_terms(const DayRange& range, std::size_t most) {
  if (!range.first || !range.last) return {};
  const sys_days end = date_of(*range.last);
  std::vector<std::string> terms;
  for (sys_days at = date_of(*range.first); at <= end;) {
    if (terms.size() == most) return {};
    Span span = longest_span(at, end);
    terms.push_back(std::move(span.term));
    at = span.last + days(1);
  }
  return terms;
}

}  // namespace news
