// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/date_forms.hpp"

#include <array>
#include <utility>

#include "article/date_words.hpp"
#include "article/month_forms.hpp"
#include "article/time_of_day.hpp"

namespace news {

namespace {

using Position = DateTokens::Position;
using Precision = Timestamp::Precision;

/// A number past it counts something else than years.
constexpr int latest_news_year = 2199;

/// The forms over the tokens of a text. Each method that reads one takes the token it begins at and
/// returns the token behind it, or nothing and leaves its output alone.
class DateForms {
 public:
  DateForms(const DateTokens& tokens, DateStyle style) : tokens_(tokens), style_(style) {}

  std::optional<Position> read_date(Position at, Timestamp& when) const {
    if (tokens_.is_number(at, 4, 4)) {
      const End end = read_year_first(at, when);
      return end ? end : read_year_and_month_name(at, when);
    }
    if (const End end = read_era_date(at, when)) return end;
    if (is_inside_number(at)) return std::nullopt;
    if (!tokens_.is_number(at, 1, 2)) return read_month_name_first(at, when);
    Position before = at - 1;
    if (at > 0 && read_month(before)) return std::nullopt;  // the day of "Oct 17", not of "17 Sept"
    if (const End end = read_day_and_month_name(at, when)) return end;
    if (const End end = read_vietnamese_date(at, when)) return end;
    return read_day_month_year(at, when);
  }

  /// "2005", "2005-11", "November 2005", "20051120": forms that only a field for dates may have.
  std::optional<Timestamp> read_coarse_date() const {
    Timestamp when;
    const bool found =
        read_compact_date(when) || read_month_and_year(when) || read_year_and_month(when);
    if (!found || !is_news_date(when)) return std::nullopt;
    return when;
  }

 private:
  using End = std::optional<Position>;

  std::size_t size() const { return tokens_.size(); }

  /// Whether a number is only the end of one: 0.13, $13, 1,987.
  bool is_inside_number(Position at) const {
    if (!tokens_.touches_previous(at)) return false;
    const bool point = tokens_.is_mark(at - 1, U'.') || tokens_.is_mark(at - 1, U',');
    const bool currency = tokens_.is_mark(at - 1, U'$') || tokens_.is_mark(at - 1, U'€') ||
                          tokens_.is_mark(at - 1, U'£');
    return currency || tokens_.is_number(at - 1) ||
           (point && at > 1 && tokens_.touches_previous(at - 1) && tokens_.is_number(at - 2));
  }

  static bool take(const Timestamp& found, Timestamp& when) {
    if (!found.is_valid()) return false;
    when = found;
    return true;
  }

  /// 2005-11-20, 2005/11/20, 2005.11.20, 2005年11月20日
  End read_year_first(Position at, Timestamp& when) const {
    const bool han = tokens_.is_any_word(at + 1, {"年", "년"});
    const bool marked = is_date_mark(at + 1);
    const Position month = at + 2;
    const Position day = at + 4;
    if ((!han && !marked) || !tokens_.is_number(month, 1, 2) || !tokens_.is_number(day, 1, 2)) {
      return std::nullopt;
    }
    if (marked && !tokens_.is_mark(month + 1, tokens_[at + 1].mark)) return std::nullopt;
    if (han && !tokens_.is_any_word(month + 1, {"月", "월"})) return std::nullopt;
    const Timestamp found{
        .year = tokens_.value(at), .month = tokens_.value(month), .day = tokens_.value(day)};
    if (!take(found, when)) return std::nullopt;
    return tokens_.is_any_word(day + 1, {"日", "號", "号", "일"}) ? day + 2 : day + 1;
  }

  /// 2005-Nov-20, 2005. november 20., 2005. gada 20. novembris, 2005 m. lapkričio 20 d.
  End read_year_and_month_name(Position at, Timestamp& when) const {
    Position next = at + 1;
    if (tokens_.is_mark(next, U'.') || tokens_.is_mark(next, U'-')) ++next;
    if (tokens_.is_any_word(next, {"gada", "m", "წლის", "оны"})) ++next;
    next = tokens_.skip_mark(next, U'.');
    const bool day_first = tokens_.is_number(next, 1, 2);
    Position day = next;
    if (day_first) next = tokens_.skip_mark(next + 1, U'.');
    const auto month = read_month(next);
    if (!month) return std::nullopt;
    if (!day_first) day = next = tokens_.is_mark(next, U'-') ? next + 1 : next;
    if (!day_first && !tokens_.is_number(day, 1, 2)) return std::nullopt;
    if (!day_first) ++next;
    if (tokens_.is_mark(next, U':') || tokens_.is_number(next, 4, 4)) return std::nullopt;
    const Timestamp found{.year = tokens_.value(at), .month = *month, .day = tokens_.value(day)};
    if (!take(found, when)) return std::nullopt;
    return next;
  }

  /// 令和7年1月13日, 平成17年11月20日, 民國94年11月20日: years of an era, the first of which may be
  /// 元
  End read_era_date(Position at, Timestamp& when) const {
    struct Era {
      std::string_view first;
      std::string_view second;
      int year_before;
    };
    static constexpr std::array<Era, 6> eras = {{{"令", "和", 2018},
                                                 {"平", "成", 1988},
                                                 {"昭", "和", 1925},
                                                 {"大", "正", 1911},
                                                 {"民", "國", 1911},
                                                 {"民", "国", 1911}}};
    for (const Era& era : eras) {
      if (!tokens_.is_word(at, era.first) || !tokens_.is_word(at + 1, era.second)) continue;
      const bool first_year = tokens_.is_word(at + 2, "元");
      if (!first_year && !tokens_.is_number(at + 2, 1, 3)) return std::nullopt;
      const int year = era.year_before + (first_year ? 1 : tokens_.value(at + 2));
      return read_han_month_and_day(at + 3, year, when);
    }
    return std::nullopt;
  }

  /// 年11月20日
  End read_han_month_and_day(Position at, int year, Timestamp& when) const {
    const bool han = tokens_.is_word(at, "年") && tokens_.is_number(at + 1, 1, 2) &&
                     tokens_.is_word(at + 2, "月") && tokens_.is_number(at + 3, 1, 2);
    if (!han) return std::nullopt;
    const Timestamp found{
        .year = year, .month = tokens_.value(at + 1), .day = tokens_.value(at + 3)};
    if (!take(found, when)) return std::nullopt;
    return tokens_.is_word(at + 4, "日") ? at + 5 : at + 4;
  }

  /// 20 tháng 11, 2005; 20 tháng 11 năm 2005
  End read_vietnamese_date(Position at, Timestamp& when) const {
    if (!tokens_.is_word(at + 1, "thang") || !tokens_.is_number(at + 2, 1, 2)) return std::nullopt;
    Position year = tokens_.skip_mark(at + 3, U',');
    if (tokens_.is_word(year, "nam")) ++year;
    if (!tokens_.is_number(year, 4, 4)) return std::nullopt;
    const Timestamp found{
        .year = tokens_.value(year), .month = tokens_.value(at + 2), .day = tokens_.value(at)};
    return take(found, when) ? End(year + 1) : std::nullopt;
  }

  bool is_date_mark(Position at) const {
    return tokens_.is_mark(at, U'-') || tokens_.is_mark(at, U'/') || tokens_.is_mark(at, U'.');
  }

  /// 20 November 2005, 20. November 2005, 20th of November, 2005, 20 de noviembre de 2005,
  /// 26-FEB-1987, 14 Jan 05
  End read_day_and_month_name(Position at, Timestamp& when) const {
    Position next = skip_ordinal_ending(at + 1);
    next = tokens_.skip_mark(next, U'.');
    const bool dashed = tokens_.is_mark(next, U'-');
    if (dashed) ++next;
    next = skip_of(next);
    const auto month = read_month(next);
    if (!month) return std::nullopt;
    next = skip_second_name(tokens_.skip_mark(next, U'.'));
    if (dashed && !tokens_.is_mark(next, U'-')) return std::nullopt;
    if (dashed || tokens_.is_mark(next, U',')) ++next;
    next = skip_of(next);
    const auto year = year_at(next);
    if (!year) return std::nullopt;
    const Timestamp found{.year = *year, .month = *month, .day = tokens_.value(at)};
    return take(found, when) ? End(next + 1) : std::nullopt;
  }

  Position skip_ordinal_ending(Position at) const {
    const bool ending = tokens_.touches_previous(at) &&
                        tokens_.is_any_word(at, {"st", "nd", "rd", "th", "er", "e", "o", "a"});
    return ending ? at + 1 : at;
  }

  Position skip_of(Position at) const {
    return tokens_.is_any_word(at, {"de", "del", "of"}) ? at + 1 : at;
  }

  /// 20.11.2005, 20/11/2005, 11/20/2005, 20-11-05
  End read_day_month_year(Position at, Timestamp& when) const {
    if (!is_date_mark(at + 1) || !tokens_.is_number(at + 2, 1, 2)) return std::nullopt;
    const char32_t mark = tokens_[at + 1].mark;
    if (!tokens_.is_mark(at + 3, mark)) return std::nullopt;
    if (tokens_.is_mark(at + 5, mark) && tokens_.touches_previous(at + 6)) {
      return std::nullopt;  // 1.2.3.4
    }
    const auto year = year_at(at + 4);
    const bool full = tokens_.is_number(at + 4, 4, 4) || style_.field;
    if (!year || (!full && !is_short_date_alone(at))) return std::nullopt;
    int day = tokens_.value(at);
    int month = tokens_.value(at + 2);
    if (month > 12 || (mark == U'/' && style_.month_first && day <= 12)) std::swap(day, month);
    const Timestamp found{.year = *year, .month = month, .day = day};
    return take(found, when) ? End(at + 5) : std::nullopt;
  }

  /// Whether the 20.11.05 at `at` is all of a line or of a part of it, but for a label and a time.
  bool is_short_date_alone(Position at) const {
    const bool full = tokens_.is_number(at, 2, 2) && tokens_.is_number(at + 2, 2, 2);
    const bool day_first = !style_.year_first && tokens_.value(at + 2) <= 12;
    if (!full || !day_first || !tokens_.is_mark(at + 1, U'.')) return false;
    const Position end = at + 5;
    const bool labelled = at > 0 && is_label(tokens_.is_mark(at - 1, U':') ? at - 2 : at - 1);
    Timestamp day;
    const bool weekday = at == 1 && tokens_.is_word(0) && is_weekday(tokens_[0].word);
    return (at == 0 || divides(at - 1) || labelled || weekday) &&
           (end >= size() || divides(end) ||
            read_time_of_day(tokens_, tokens_.skip_mark(end, U','), day));
  }

  bool divides(Position at) const {
    return tokens_.is_mark(at, U'|') || tokens_.is_mark(at, U'·') || tokens_.is_mark(at, U'•');
  }

  bool is_label(Position at) const {
    return tokens_.is_word(at) && is_date_label(tokens_[at].word);
  }

  /// Nov. 20, 2005; November 20th 2005; Nov 20 05:36:10 +0000 2005
  End read_month_name_first(Position at, Timestamp& when) const {
    Position next = at;
    const auto month = read_month(next);
    if (!month) return std::nullopt;
    next = tokens_.skip_mark(next, U'.');
    if (!tokens_.is_number(next, 1, 2)) return std::nullopt;
    Timestamp found{.month = *month, .day = tokens_.value(next)};
    next = tokens_.skip_mark(skip_ordinal_ending(next + 1), U',');
    if (!tokens_.is_number(next, 4, 4)) {
      const End time_end = read_time_of_day(tokens_, next, found);
      if (!time_end || !tokens_.is_number(*time_end, 4, 4)) return std::nullopt;
      next = *time_end;
    }
    found.year = tokens_.value(next);
    return take(found, when) ? End(next + 1) : std::nullopt;
  }

  /// Arabic dates give a month its Syriac and its Latin name: تموز/يوليو.
  Position skip_second_name(Position at) const {
    Position next = at + 1;
    return tokens_.is_mark(at, U'/') && read_month(next) ? next : at;
  }

  std::optional<int> read_month(Position& at) const {
    return read_month_name(tokens_, at, style_.croatian);
  }

  /// Whether the word that ends before `at` is Thai, so that a year behind it is of Buddha's era.
  bool follows_thai(Position at) const {
    while (at > 0 && !tokens_.is_word(at - 1)) --at;
    return at > 0 && tokens_[at - 1].word.starts_with("\xE0\xB8");
  }

  /// A year of four digits, or of two that no time or word follows.
  std::optional<int> year_at(Position at) const {
    constexpr int buddhist_offset = 543;
    if (tokens_.is_number(at, 4, 4)) {
      const bool buddhist =
          tokens_.value(at) > latest_news_year && (style_.thai || follows_thai(at));
      return tokens_.value(at) - (buddhist ? buddhist_offset : 0);
    }
    const bool goes_on = tokens_.is_word(at + 1) || tokens_.is_mark(at + 1, U':');
    if (!tokens_.is_number(at, 2, 2) || goes_on) return std::nullopt;
    return tokens_.value(at) + (tokens_.value(at) < 70 ? 2000 : 1900);
  }

  /// 20051120, 20051120053610, 20051120T053610Z
  bool read_compact_date(Timestamp& when) const {
    if (!tokens_.is_number(0, 8, 8) && !tokens_.is_number(0, 14, 14)) return false;
    const bool joined = tokens_[0].digits == 14;
    constexpr std::int64_t time_digits = 1'000'000;
    const std::int64_t day = joined ? tokens_[0].value / time_digits : tokens_[0].value;
    const bool marked =
        tokens_.is_word(1, "t") && (tokens_.is_number(2, 6, 6) || tokens_.is_number(2, 4, 4));
    when = {.year = static_cast<int>(day / 10000),
            .month = static_cast<int>(day / 100 % 100),
            .day = static_cast<int>(day % 100)};
    if (!joined && !marked) return true;
    const bool minutes_only = marked && tokens_[2].digits == 4;
    constexpr int seconds_digits = 100;
    const std::int64_t time = joined         ? tokens_[0].value % time_digits
                              : minutes_only ? tokens_[2].value * seconds_digits
                                             : tokens_[2].value;
    when.precision = minutes_only ? Precision::minute : Precision::second;
    when.hour = static_cast<int>(time / 10000);
    when.minute = static_cast<int>(time / 100 % 100);
    when.second = static_cast<int>(time % 100);
    read_zone(tokens_, marked ? 3 : 1, when);
    return true;
  }

  /// Whether the month at `at` has a day before it: 31 June, 31st of June, 31. Juni, 31-JUN.
  bool follows_day(Position at) const {
    const auto joins = [this](Position joint) {
      return tokens_.is_mark(joint, U'.') || tokens_.is_mark(joint, U'-') ||
             skip_of(joint) > joint || skip_ordinal_ending(joint) > joint;
    };
    while (at > 0 && joins(at - 1)) --at;
    return at > 0 && tokens_.is_number(at - 1);
  }

  /// November 2005, but not the 31 June 2005 that is no date
  bool read_month_and_year(Timestamp& when) const {
    for (Position at = 0; at + 1 < size(); ++at) {
      Position next = at;
      const auto month = read_month(next);
      next = tokens_.skip_mark(next, U'.');
      if (!month || !tokens_.is_number(next, 4, 4)) continue;
      if (follows_day(at)) return false;
      when = {.year = tokens_.value(next), .month = *month, .precision = Precision::month};
      return true;
    }
    return false;
  }

  /// 2005, 2005-11, 2005/11
  bool read_year_and_month(Timestamp& when) const {
    if (!tokens_.is_number(0, 4, 4)) return false;
    when = {.year = tokens_.value(0), .precision = Precision::year};
    if (size() == 1) return true;
    if (size() != 3 || !is_date_mark(1) || !tokens_.is_number(2, 1, 2)) return false;
    when.month = tokens_.value(2);
    when.precision = Precision::month;
    return true;
  }

  const DateTokens& tokens_;
  DateStyle style_;
};

}  // namespace

DateStyle::DateStyle(Language language, bool is_field)
    : month_first(language.code() == "en"),
      year_first(language.code() == "ja" || language.code() == "zh" || language.code() == "ko" ||
                 language.code() == "hu"),
      thai(language.code() == "th"),
      croatian(language.code() == "hr"),
      field(is_field) {}

bool is_news_date(const Timestamp& when) {
  return when.is_valid() && when.year >= 1600 && when.year <= latest_news_year;
}

std::optional<DateTokens::Position> read_date(const DateTokens& tokens, DateTokens::Position at,
                                              DateStyle style, Timestamp& when) {
  return DateForms(tokens, style).read_date(at, when);
}

std::optional<Timestamp> read_coarse_date(const DateTokens& tokens) {
  return DateForms(tokens, {}).read_coarse_date();
}

}  // namespace news
