// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace news {

/// What a timeline divides the time into. Weeks begin on Monday, as in ISO 8601.
enum class TimeUnit : std::uint8_t { day, week, month, year };

/// "day", as options and output call it.
std::string_view name_of(TimeUnit unit);

/// A day, week, month or year of the calendar.
struct CalendarSpan {
  TimeUnit unit = TimeUnit::day;
  std::chrono::sys_days first;

  /// The span that a day lies in.
  static CalendarSpan of(TimeUnit unit, std::chrono::sys_days day);

  CalendarSpan next() const;
  std::chrono::sys_days last() const { return next().first - std::chrono::days(1); }

  /// "2005-11-20", "2005-W47", "2005-11", "2005".
  std::string name() const;

  friend auto operator<=>(const CalendarSpan&, const CalendarSpan&) = default;
};

/// "2005-11-20".
std::string iso_date(std::chrono::sys_days day);

}  // namespace news
