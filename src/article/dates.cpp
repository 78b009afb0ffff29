// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/article/dates.hpp"

#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"

#include <algorithm>

#include "article/date_forms.hpp"
#include "article/date_lexer.hpp"
#include "article/date_words.hpp"
#include "article/time_of_day.hpp"
#include "text/characters.hpp"

namespace news {

namespace {

using Position = DateTokens::Position;
using Precision = Timestamp::Precision;

/// Dates with their times of day, over the tokens of a text. Each method that reads a form takes
/// the token it begins at and returns the token behind it, or nothing and leaves its output alone.
class DateFinder {
 public:
  DateFinder(const DateTokens& tokens, DateStyle style) : tokens_(tokens), style_(style) {}

  std::vector<FoundDate> run() const {
    std::vector<FoundDate> found;
    Position free = 0;  // the first token that is not part of a date yet
    for (Position at = 0; at < tokens_.size();) {
      const Position start = at;
      if (const auto date = read_date_and_time(at, free)) found.push_back(*date);
      if (at == start) {
        ++at;
      } else {
        free = at;
      }
    }
    return found;
  }

  /// `day` with the time of day that is all there is, but for labels before it and the same time
  /// elsewhere behind it.
  std::optional<Timestamp> read_time_line(Timestamp day) const {
    constexpr Position longest = 32;
    const Position size = tokens_.size();
    if (size > longest) return std::nullopt;
    Position at = 0;
    while (is_label(at) || stands_between(at)) ++at;
    const End end = read_time_of_day(tokens_, at, day);
    if (!end) return std::nullopt;
    const bool place_last = size > *end + 1 && tokens_.is_word(size - 1);  // "19:22 UK"
    if (!only_times_between(*end, place_last ? size - 1 : size)) return std::nullopt;
    return day;
  }

 private:
  using End = std::optional<Position>;

  /// A full date at `at`, which is moved behind it, with what belongs to it on both sides, but not
  /// before token `free`.
  std::optional<FoundDate> read_date_and_time(Position& at, Position free) const {
    Timestamp when;
    const auto date_end = read_date(tokens_, at, style_, when);
    if (!date_end) return std::nullopt;
    Position begin = at;
    Position end = *date_end;
    if (when.precision == Precision::day) {
      Timestamp behind = when;
      const End time_end = read_time_behind(begin, end, behind);
      // "11:09 GMT, 22 July 2008 12:09": the time that has a zone says more.
      if (!behind.utc_offset_minutes) begin = read_time_before(begin, free, time_end, when);
      if (begin == at && time_end) when = behind;
      end = time_end.value_or(end);
    }
    at = end;
    if (!is_news_date(when)) return std::nullopt;
    begin = take_weekday_before(begin);
    return FoundDate{when, {tokens_[begin].range.begin, tokens_[end - 1].range.end}};
  }

  /// The time of day that follows the date from `begin` to `end`, behind "at", a comma, a bar, and
  /// a label ("last updated") unless the date has one of its own.
  End read_time_behind(Position begin, Position end, Timestamp& when) const {
    constexpr Position max_between = 6;
    const bool labelled = has_label(begin);
    for (Position at = end; at <= end + max_between; ++at) {
      if (const End time_end = read_time_of_day(tokens_, at, when)) return time_end;
      const bool between = stands_between(at) || tokens_.is_mark(at, U'/') || closes_weekday(at);
      if (!between && (labelled || !is_label(at))) return std::nullopt;
    }
    return std::nullopt;
  }

  /// The time of day that ends right before a date at `at`: "05:36 GMT, Sunday, 20 November". Over
  /// one behind the date (`other`) it is taken if it has a zone. Returns its first token, or `at`.
  Position read_time_before(Position at, Position free, End other, Timestamp& when) const {
    constexpr Position longest = 16;
    for (Position begin = std::max(free, at > longest ? at - longest : 0); begin < at; ++begin) {
      Timestamp with_time = when;
      const End end = read_time_of_day(tokens_, begin, with_time);
      if (!end || *end > at || !only_times_between(*end, at)) continue;
      if (other && !with_time.utc_offset_minutes) continue;
      when = with_time;
      return begin;
    }
    return at;
  }

  /// Whether nothing stands there but joints and the same time in other zones: "(1347 HKT)".
  bool only_times_between(Position at, Position end) const {
    while (at < end) {
      Timestamp same;
      if (const End time_end = read_time_of_day(tokens_, at, same)) {
        at = *time_end;
      } else if (stands_between(at) || tokens_.is_mark(at, U')')) {
        ++at;
      } else {
        return false;
      }
    }
    return at == end;
  }

  bool stands_between(Position at) const {
    if (tokens_.is_word(at)) {
      const std::string& word = tokens_[at].word;
      return is_east_asian_weekday(at) || is_date_filler(word) || is_weekday(word) || word == "t" ||
             word == "on";
    }
    return at < tokens_.size() && tokens_[at].kind == DateToken::Kind::mark &&
           std::u32string_view(U",|-\u2013\u2014\u00B7\u2022@(:;.\uFF08").find(tokens_[at].mark) !=
               std::u32string_view::npos;
  }

  /// (日), （月）, (화): the weekday behind a date of figures
  bool is_east_asian_weekday(Position at) const {
    const bool open = at > 0 && (tokens_.is_mark(at - 1, U'(') || tokens_.is_mark(at - 1, U'（'));
    return open && tokens_.is_any_word(at, {"日", "月", "火", "水", "木", "金", "土", "일", "월",
                                            "화", "수", "목", "금", "토"});
  }

  bool closes_weekday(Position at) const {
    return (tokens_.is_mark(at, U')') || tokens_.is_mark(at, U'）')) && at > 0 &&
           is_east_asian_weekday(at - 1);
  }

  bool is_label(Position at) const {
    return tokens_.is_word(at) && is_date_label(tokens_[at].word);
  }

  /// Whether a label stands before the date at `begin`, maybe over a weekday and the like.
  bool has_label(Position begin) const {
    constexpr Position reach = 6;
    for (Position back = 1; back <= std::min(reach, begin); ++back) {
      if (is_label(begin - back)) return true;
      if (!stands_between(begin - back)) return false;
    }
    return false;
  }

  Position take_weekday_before(Position begin) const {
    Position at = begin;
    while (at > 0 && (tokens_.is_mark(at - 1, U',') || tokens_.is_mark(at - 1, U'.'))) --at;
    return at > 0 && tokens_.is_word(at - 1) && is_weekday(tokens_[at - 1].word) ? at - 1 : begin;
  }

  const DateTokens& tokens_;
  DateStyle style_;
};

/// Whether a text has the two numbers that no full date is without; most lines have not.
bool has_day_and_year(std::string_view text) {
  int numbers = 0;
  bool in_number = false;
  for (std::size_t at = 0; at < text.size() && numbers < 2;) {
    const char byte = text[at];
    const bool simple = static_cast<unsigned char>(byte) < 0x80;
    const bool digit = simple ? ascii::is_digit(byte) : digit_value(utf8::decode(text, at)) >= 0;
    if (simple) ++at;
    if (digit && !in_number) ++numbers;
    in_number = digit;
  }
  return numbers == 2;
}

/// Seconds or milliseconds since 1970, for the years 1973 to 2199.
std::optional<Timestamp> parse_unix_time(std::string_view text) {
  text = ascii::trim(text);
  const std::string_view whole = text.substr(0, text.find('.'));
  if (whole.size() < 9 || whole.size() > 13 || !ascii::all_digits(whole)) return std::nullopt;
  if (whole.size() != text.size() && !ascii::all_digits(text.substr(whole.size() + 1))) {
    return std::nullopt;
  }
  constexpr std::int64_t least = 100'000'000;
  constexpr std::int64_t most = 7'258'118'400;
  std::int64_t value = 0;
  for (const char c : whole) value = value * 10 + (c - '0');
  if (value > most) value /= 1000;
  if (value < least || value >= most) return std::nullopt;
  return Timestamp::from_unix_seconds(value);
}

}  // namespace

std::vector<FoundDate> find_dates(std::string_view text, Language language) {
  if (!has_day_and_year(text)) return {};
  const DateTokens tokens(text);
  return DateFinder(tokens, DateStyle(language, /*is_field=*/false)).run();
}

std::optional<Timestamp> with_time_of_line(const Timestamp& day, std::string_view line) {
  constexpr std::size_t longest_bytes = 200;
  if (line.size() > longest_bytes) return std::nullopt;
  const DateTokens tokens(line);
  return DateFinder(tokens, {}).read_time_line(day);
}

std::optional<Timestamp> parse_date(std::string_view text, Language language) {
  if (const auto time = parse_unix_time(text)) return time;
  const DateTokens tokens(text);
  const auto found = DateFinder(tokens, DateStyle(language, /*is_field=*/true)).run();
  return found.empty() ? read_coarse_date(tokens) : found.front().when;
}

}  // namespace news
