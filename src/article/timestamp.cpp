// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/article/timestamp.hpp"

#include <charconv>
#include <chrono>

#include <fmt/format.h>

namespace news {

namespace {

constexpr std::int64_t minutes_a_day = 1440;

std::chrono::year_month_day date_of(const Timestamp& t) {
  return {std::chrono::year(t.year), std::chrono::month(static_cast<unsigned>(t.month)),
          std::chrono::day(static_cast<unsigned>(t.day))};
}

/// Takes fixed-width numbers and marks off the front of a text.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool number(std::size_t digits, int& value) {
    if (text_.size() < digits) return false;
    const char* end = text_.data() + digits;
    const auto result = std::from_chars(text_.data(), end, value);
    if (result.ec != std::errc() || result.ptr != end || value < 0) return false;
    text_.remove_prefix(digits);
    return true;
  }

  bool mark(char c) {
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }

  bool done() const { return text_.empty(); }

 private:
  std::string_view text_;
};

bool read_offset(Reader& in, Timestamp& t) {
  const bool west = in.mark('-');
  if (!west && !in.mark('+')) return false;
  int hours = 0;
  int minutes = 0;
  if (!in.number(2, hours) || !in.mark(':') || !in.number(2, minutes) || minutes > 59) return false;
  t.utc_offset_minutes = (west ? -1 : 1) * (hours * 60 + minutes);
  return true;
}

bool read(Reader& in, Timestamp& t) {
  using Precision = Timestamp::Precision;
  t.precision = Precision::year;
  if (!in.number(4, t.year)) return false;
  if (in.done()) return true;
  t.precision = Precision::month;
  if (!in.mark('-') || !in.number(2, t.month)) return false;
  if (in.done()) return true;
  t.precision = Precision::day;
  if (!in.mark('-') || !in.number(2, t.day)) return false;
  if (in.done()) return true;
  t.precision = Precision::minute;
  if (!in.mark('T') || !in.number(2, t.hour) || !in.mark(':') || !in.number(2, t.minute)) {
    return false;
  }
  if (in.mark(':')) {
    t.precision = Precision::second;
    if (!in.number(2, t.second)) return false;
  }
  return in.done() || (read_offset(in, t) && in.done());
}

}  // namespace

bool Timestamp::is_valid() const {
  return year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31 &&
         date_of(*this).ok() && hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 &&
         second >= 0 && second <= 60 &&
         (!utc_offset_minutes ||
          (*utc_offset_minutes > -minutes_a_day && *utc_offset_minutes < minutes_a_day));
}

std::string Timestamp::to_iso8601() const {
  std::string out = fmt::format("{:04}", year);
  if (precision >= Precision::month) out += fmt::format("-{:02}", month);
  if (precision >= Precision::day) out += fmt::format("-{:02}", day);
  if (precision >= Precision::minute) out += fmt::format("T{:02}:{:02}", hour, minute);
  if (precision >= Precision::second) out += fmt::format(":{:02}", second);
  if (precision >= Precision::minute && utc_offset_minutes) {
    const int offset = *utc_offset_minutes;
    const int size = offset < 0 ? -offset : offset;
    out += fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', size / 60, size % 60);
  }
  return out;
}

std::optional<Timestamp> Timestamp::from_iso8601(std::string_view text) {
  Timestamp t;
  Reader in(text);
  if (!read(in, t) || !t.is_valid()) return std::nullopt;
  return t;
}

std::int64_t Timestamp::to_unix_seconds() const {
  const std::int64_t days = std::chrono::sys_days(date_of(*this)).time_since_epoch().count();
  const std::int64_t minutes =
      days * minutes_a_day + std::int64_t{hour} * 60 + minute - utc_offset_minutes.value_or(0);
  return minutes * 60 + second;
}

std::optional<Timestamp> Timestamp::from_unix_seconds(std::int64_t seconds) {
  constexpr std::int64_t year_1000 = -30'610'224'000;
  constexpr std::int64_t year_10000 = 253'402'300'800;
  if (seconds < year_1000 || seconds >= year_10000) return std::nullopt;
  const std::chrono::sys_seconds point{std::chrono::seconds(seconds)};
  const auto midnight = std::chrono::floor<std::chrono::days>(point);
  const std::chrono::year_month_day date(midnight);
  const std::chrono::hh_mm_ss time(point - midnight);
  return Timestamp{.year = static_cast<int>(date.year()),
                   .month = static_cast<int>(static_cast<unsigned>(date.month())),
                   .day = static_cast<int>(static_cast<unsigned>(date.day())),
                   .hour = static_cast<int>(time.hours().count()),
                   .minute = static_cast<int>(time.minutes().count()),
                   .second = static_cast<int>(time.seconds().count()),
                   .precision = Precision::second,
                   .utc_offset_minutes = 0};
}

}  // namespace news
