// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace news {

/// Days as Timestamp::day_number has them (20051120); both ends belong to the range, and an absent
/// one is open.
struct DayRange {
  std::optional<std::int32_t> first;
  std::optional<std::int32_t> last;

  friend bool operator==(const DayRange&, const DayRange&) = default;
};

/// The day that dates like "7d" count from: that of the clock, in UTC.
std::chrono::sys_days current_day();

/// The days that a date in a query means: "2005", "2005-11", "2005-11-20", "today", "yesterday",
/// and "7d", "2w", "3m", "1y" for the day so long before today. Nothing for what is none of these.
std::optional<DayRange> parse_day(std::string_view text, std::chrono::sys_days today);

/// The same, or a range of two: "2005-11..2006", "2005..", "..2006"; or all on one side of it:
/// ">2005", ">=2005", "<2005", "<=2005".
std::optional<DayRange> parse_day_range(std::string_view text, std::chrono::sys_days today);

}  // namespace news
