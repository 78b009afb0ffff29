// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/day_range.hpp"

#include "news/article/timestamp.hpp"
#include "news/base/ascii.hpp"

#include <charconv>

namespace news {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

std::int32_t number_of(year_month_day date) {
  return (static_cast<int>(date.year()) * 100 + static_cast<int>(unsigned(date.month()))) * 100 +
         static_cast<int>(unsigned(date.day()));
}

DayRange one_day(year_month_day date) { return {number_of(date), number_of(date)}; }

/// Months are of different lengths: 31 March less a month is the last of February.
year_month_day months_before(sys_days today, int months) {
  const year_month_day date = year_month_day(today) - std::chrono::months(months);
  return date.ok() ? date : year_month_day(date.year() / date.month() / std::chrono::last);
}

/// "7d", "2w", "3m", "1y"
std::optional<DayRange> parse_days_ago(std::string_view text, sys_days today) {
  constexpr int most = 10'000;
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr + 1 != text.data() + text.size()) return std::nullopt;
  if (number < 0 || number > most) return std::nullopt;
  switch (*read.ptr) {
    case 'd':
      return one_day(today - days(number));
    case 'w':
      return one_day(today - days(7 * number));
    case 'm':
      return one_day(months_before(today, number));
    case 'y':
      return one_day(months_before(today, std::min(number, 1000) * 12));
    default:
      return std::nullopt;
  }
}

std::optional<DayRange> parse_iso(std::string_view text) {
  const auto date = Timestamp::from_iso8601(text);
  if (!date) return std::nullopt;
  constexpr int last_of_month = 31;  // sorts behind every day of any month
  switch (date->precision) {
    case Timestamp::Precision::year:
      return DayRange{date->day_number(), (date->year * 100 + 12) * 100 + last_of_month};
    case Timestamp::Precision::month:
      return DayRange{date->day_number(), (date->year * 100 + date->month) * 100 + last_of_month};
    default:
      return DayRange{date->day_number(), date->day_number()};
  }
}

/// ">2005", ">=2005", "<2005", "<=2005"
std::optional<DayRange> parse_comparison(std::string_view text, sys_days today) {
  const bool after = text.starts_with('>');
  text.remove_prefix(1);
  const bool included = text.starts_with('=');
  if (included) text.remove_prefix(1);
  const auto named = parse_day(text, today);
  if (!named) return std::nullopt;
  // Days are compared as numbers, so that the one beside another need not be on a calendar.
  if (after) return DayRange{included ? *named->first : *named->last + 1, std::nullopt};
  return DayRange{std::nullopt, included ? *named->last : *named->first - 1};
}

}  // namespace

std::chrono::sys_days current_day() {
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

std::optional<DayRange> parse_day(std::string_view text, sys_days today) {
  if (ascii::equals_ignoring_case(text, "today")) return one_day(today);
  if (ascii::equals_ignoring_case(text, "yesterday")) return one_day(today - days(1));
  if (const auto ago = parse_days_ago(text, today)) return ago;
  return parse_iso(text);
}

std::optional<DayRange> parse_day_range(std::string_view text, sys_days today) {
  if (text.starts_with('<') || text.starts_with('>')) return parse_comparison(text, today);
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return parse_day(text, today);
  const std::string_view from = text.substr(0, dots);
  const std::string_view to = text.substr(dots + 2);
  DayRange range;
  if (!from.empty()) {
    const auto first = parse_day(from, today);
    if (!first) return std::nullopt;
    range.first = first->first;
  }
  if (!to.empty()) {
    const auto last = parse_day(to, today);
    if (!last) return std::nullopt;
    range.last = last->last;
  }
  if (!range.first && !range.last) return std::nullopt;
  return range;
}

}  // namespace news
