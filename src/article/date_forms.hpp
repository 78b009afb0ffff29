// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/timestamp.hpp"
#include "news/text/language.hpp"

#include <optional>

#include "article/date_lexer.hpp"

namespace news {

/// How a text writes dates of figures.
struct DateStyle {
  DateStyle() = default;
  /// `is_field`: the text is a field for a date, so that figures alone may have a short year.
  DateStyle(Language language, bool is_field);

  bool month_first = false;  ///< 11/20/2005
  bool year_first = false;   ///< 05.11.20 is of 2005
  bool thai = false;         ///< years are counted from Buddha's death
  bool croatian = false;     ///< "listopad" is October, not November
  bool field = false;
};

/// Reads a full date that begins at token `at`: the forms of news/article/dates.hpp without a time
/// of day, except where that stands before the year. Sets `when` and returns the token behind; or
/// nothing, and leaves `when` alone.
std::optional<DateTokens::Position> read_date(const DateTokens& tokens, DateTokens::Position at,
                                              DateStyle style, Timestamp& when);

/// "2005", "2005-11", "November 2005", "20051120": forms that only a field for dates may have.
std::optional<Timestamp> read_coarse_date(const DateTokens& tokens);

/// Whether there is such a date and news may be of it: printed news begins in 1605, and a number
/// past 2199 counts something else than years.
bool is_news_date(const Timestamp& when);

}  // namespace news
