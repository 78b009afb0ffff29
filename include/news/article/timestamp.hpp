// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace news {

/// A point in time as precisely as a source gives it, on the clock of the place it was written:
/// nothing is invented. The parts finer than `precision` keep their least value.
struct Timestamp {
  enum class Precision : std::uint8_t { year, month, day, minute, second };

  int year = 0;
  int month = 1;  ///< 1 to 12
  int day = 1;    ///< 1 to 31
  int hour = 0;
  int minute = 0;
  int second = 0;
  Precision precision = Precision::day;
  std::optional<int> utc_offset_minutes = std::nullopt;  ///< only with a time of day

  friend bool operator==(const Timestamp&, const Timestamp&) = default;

  /// Whether there is such a day and time (no 31 June), in the years 1000 to 9999.
  bool is_valid() const;

  /// "2005", "2005-11", "2005-11-20", "2005-11-20T05:36", "2005-11-20T05:36:10+01:00".
  std::string to_iso8601() const;

  /// Reads what to_iso8601 writes.
  static std::optional<Timestamp> from_iso8601(std::string_view text);

  /// Seconds since 1970-01-01T00:00Z of its beginning; a time without an offset is taken as UTC.
  std::int64_t to_unix_seconds() const;

  /// In UTC, to the second. Nothing outside the years 1000 to 9999.
  static std::optional<Timestamp> from_unix_seconds(std::int64_t seconds);

  /// The day on the local clock as a number that sorts: 20051120. A coarser precision gives its
  /// first day.
  std::int32_t day_number() const { return (year * 100 + month) * 100 + day; }
};

}  // namespace news
