// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/time_of_day.hpp"

#include "article/date_words.hpp"

namespace news {

namespace {

using Position = DateTokens::Position;

enum class HalfDay { none, morning, afternoon };

/// Moves over "am", "p.m." and the like.
HalfDay read_half_day(const DateTokens& tokens, Position& at) {
  if (tokens.is_any_word(at, {"am", "pm"})) {
    return tokens.is_word(at++, "am") ? HalfDay::morning : HalfDay::afternoon;
  }
  const bool dotted = tokens.is_any_word(at, {"a", "p"}) && tokens.is_mark(at + 1, U'.') &&
                      tokens.is_word(at + 2, "m");
  if (!dotted) return HalfDay::none;
  const HalfDay half = tokens.is_word(at, "a") ? HalfDay::morning : HalfDay::afternoon;
  at = tokens.skip_mark(at + 3, U'.');
  return half;
}

/// Moves over the 午前, 上午 or 오전 that stands before an hour.
HalfDay read_half_day_before(const DateTokens& tokens, Position& at) {
  const bool japanese = tokens.is_word(at, "午") && tokens.is_any_word(at + 1, {"前", "後"});
  const bool chinese = tokens.is_any_word(at, {"上", "下"}) && tokens.is_word(at + 1, "午");
  const bool korean = tokens.is_word(at, "오") && tokens.is_any_word(at + 1, {"전", "후"});
  if (!japanese && !chinese && !korean) return HalfDay::none;
  const bool afternoon = tokens.is_word(at, "下") || tokens.is_any_word(at + 1, {"後", "후"});
  at += 2;
  return afternoon ? HalfDay::afternoon : HalfDay::morning;
}

/// :36, :36:10, :36:10.5
std::optional<Position> read_colon_clock(const DateTokens& tokens, Position at, Timestamp& when) {
  if (!tokens.is_mark(at, U':') || !tokens.is_number(at + 1, 2, 2)) return std::nullopt;
  when.minute = tokens.value(at + 1);
  if (!tokens.is_mark(at + 2, U':') || !tokens.is_number(at + 3, 2, 2)) return at + 2;
  when.second = tokens.value(at + 3);
  when.precision = Timestamp::Precision::second;
  const bool point = tokens.is_mark(at + 4, U'.') || tokens.is_mark(at + 4, U',');
  const bool fraction = point && tokens.touches_previous(at + 4) && tokens.is_number(at + 5) &&
                        tokens.touches_previous(at + 5);
  return fraction ? at + 6 : at + 4;
}

/// Whether the name of a zone follows, in capitals: in small letters some are words (art, west).
bool names_zone(const DateTokens& tokens, Position at) {
  const Position name = tokens.skip_mark(at, U'(');
  return tokens.is_word(name) && tokens[name].capitals && zone_of(tokens[name].word);
}

/// Whether figures that end before `at` are a clock though no colon tells: 19.04 BST, 1822 hrs.
bool ends_clock(const DateTokens& tokens, Position at) {
  return names_zone(tokens, at) || tokens.is_any_word(at, {"uhr", "hrs"});
}

/// Whether the hour at `at` stands behind a word for "o'clock": kl. 05.36, pukul 05.36.
bool opens_clock(const DateTokens& tokens, Position at) {
  if (at > 1 && tokens.is_mark(at - 1, U'.')) --at;
  return at > 0 && tokens.is_any_word(at - 1, {"kl", "klo", "klokken", "pukul", "jam", "ore"});
}

/// .36 Uhr, kl. 05.36, .36 BST, .36pm; returns the token behind the minutes.
std::optional<Position> read_dot_clock(const DateTokens& tokens, Position at, Timestamp& when) {
  const bool minutes =
      tokens.is_mark(at, U'.') && tokens.is_number(at + 1, 2, 2) && tokens.touches_previous(at + 1);
  if (!minutes) return std::nullopt;
  Position behind = at + 2;
  if (!ends_clock(tokens, behind) && read_half_day(tokens, behind) == HalfDay::none &&
      !opens_clock(tokens, at - 1)) {
    return std::nullopt;
  }
  when.minute = tokens.value(at + 1);
  return at + 2;
}

/// What follows the hour and makes it one; returns the token behind it.
std::optional<Position> read_behind_hour(const DateTokens& tokens, Position at, Timestamp& when) {
  if (const auto end = read_colon_clock(tokens, at, when)) return end;
  if (const auto end = read_dot_clock(tokens, at, when)) return end;
  if (tokens.is_any_word(at, {"h", "uhr", "ч", "時", "时", "시", "点", "點"})) {
    if (!tokens.is_number(at + 1, 1, 2)) return at + 1;
    when.minute = tokens.value(at + 1);
    return tokens.is_any_word(at + 2, {"分", "분", "мин", "min"}) ? at + 3 : at + 2;
  }
  Position behind = at;
  if (read_half_day(tokens, behind) == HalfDay::none) return std::nullopt;
  return at;  // "5 pm"
}

/// The clock that begins at `at`: 5:36 and the like, or 0536 before a zone or "hrs". Returns the
/// token behind its figures.
std::optional<Position> read_clock(const DateTokens& tokens, Position at, Timestamp& when) {
  if (tokens.is_number(at, 1, 2)) {
    when.hour = tokens.value(at);
    return read_behind_hour(tokens, at + 1, when);
  }
  const bool apart = !tokens.touches_previous(at) || tokens.is_mark(at - 1, U'(');
  if (!tokens.is_number(at, 4, 4) || !apart || !ends_clock(tokens, at + 1)) return std::nullopt;
  when.hour = tokens.value(at) / 100;
  when.minute = tokens.value(at) % 100;
  return at + 1;
}

std::optional<Position> read_offset(const DateTokens& tokens, Position at, Timestamp& when) {
  const bool west = tokens.is_mark(at, U'-') || tokens.is_mark(at, U'\u2212');
  if ((!west && !tokens.is_mark(at, U'+')) || !tokens.touches_previous(at + 1)) return std::nullopt;
  int hours = 0;
  int minutes = 0;
  Position end = at + 2;
  if (tokens.is_number(at + 1, 4, 4)) {
    hours = tokens.value(at + 1) / 100;
    minutes = tokens.value(at + 1) % 100;
  } else if (tokens.is_number(at + 1, 1, 2)) {
    hours = tokens.value(at + 1);
    if (tokens.is_mark(at + 2, U':') && tokens.is_number(at + 3, 2, 2)) {
      minutes = tokens.value(at + 3);
      end = at + 4;
    }
  } else {
    return std::nullopt;
  }
  constexpr int widest = 14 * 60;
  const int offset = hours * 60 + minutes;
  if (minutes > 59 || offset > widest) return std::nullopt;
  when.utc_offset_minutes = west ? -offset : offset;
  return end;
}

}  // namespace

std::optional<Position> read_time_of_day(const DateTokens& tokens, Position at, Timestamp& when) {
  HalfDay half = read_half_day_before(tokens, at);
  Timestamp found = when;
  found.minute = 0;
  found.second = 0;
  found.precision = Timestamp::Precision::minute;
  const auto clock_end = read_clock(tokens, at, found);
  if (!clock_end) return std::nullopt;
  Position end = *clock_end;
  if (half == HalfDay::none) half = read_half_day(tokens, end);
  if (half != HalfDay::none && found.hour <= 12) {
    found.hour = found.hour % 12 + (half == HalfDay::afternoon ? 12 : 0);
  }
  if (tokens.is_any_word(end, {"uhr", "hrs", "h"})) ++end;
  end = read_zone(tokens, end, found);
  if (found.hour > 23 || found.minute > 59 || found.second > 60) return std::nullopt;
  when = found;
  return end;
}

Position read_zone(const DateTokens& tokens, Position at, Timestamp& when) {
  if (tokens.is_word(at, "بتوقيت")) return read_zone(tokens, at + 1, when);  // "by the clock of"
  const Position open = tokens.skip_mark(at, U'(');
  if (!tokens.is_word(open)) return read_offset(tokens, at, when).value_or(at);
  const auto zone = zone_of(tokens[open].word);
  if (!zone) return at;
  when.utc_offset_minutes = zone->minutes;
  Position end = open + 1;
  if (zone->minutes == 0) end = read_offset(tokens, end, when).value_or(end);  // "GMT+1"
  return open > at ? tokens.skip_mark(end, U')') : end;
}

}  // namespace news
