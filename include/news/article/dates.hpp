// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/timestamp.hpp"
#include "news/base/byte_range.hpp"
#include "news/text/language.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace news {

/// A date in running text.
struct FoundDate {
  Timestamp when;
  ByteRange range;  ///< with its time of day, zone and weekday
};

/// Reads dates in the forms that news has:
///
///   2005-11-20T05:36:10Z   2005-11-20 05:36   20051120   2005/11/20
///   Sun, 20 Nov 2005 05:36:10 +0000   20 November 2005, 05:36 GMT   26-FEB-1987 15:01:01.79
///   Nov. 20, 2005 5:36 a.m. EST   Sun Nov 20 05:36:10 +0000 2005
///   05:36 GMT, Sunday, 20 November 2005 06:36 UK   20 November 2005 Last updated at 05.36 GMT
///   0536 GMT (1336 HKT) November 20, 2005   20 Nov 2005, 0536 hrs   November 20, 2005 / 5:36 AM
///   20.11.2005 05:36 Uhr   20/11/2005   20 novembre 2005 à 05h36   20 de noviembre de 2005
///   2005年11月20日（日）5時36分   令和7年1月13日   民國94年11月20日   2005년 11월 20일 오후 5시
///   36분 2005-Nov-20   2005. november 20.   20 tháng 11 năm 2005   20 พ.ย. 2548   ٢٠ نوفمبر ٢٠٠٥
///
/// Full names of months are known in the 66 languages of text/calendar_names.cpp, abbreviations in
/// the larger ones of Europe. A time that is relative to now ("yesterday", "il y a 3 heures") is no
/// date. Rules where a form leaves
/// a choice: a year of two digits is 1970 to 2069, and among figures only where "20.11.05" is all
/// of a line or of a part of it; of a time before a date and one behind it that is taken that has a
/// zone, else the one behind; a time with a label ("updated at 05:36") belongs to a date without;
/// of two numbers with a slash, neither above 12, the first is the month where the text is English
/// and the day elsewhere; a zone name that stands for several zones gives no offset. An impossible
/// date is no date; a year past 2199 behind a Thai month, or in Thai, is of Buddha's era;
/// "listopad" is October in Croatian and November elsewhere.

/// The first date in `text`, which is a field that ought to hold one; also Unix seconds or
/// milliseconds, a month ("2005-11") and a year. Nothing if there is none.
std::optional<Timestamp> parse_date(std::string_view text, Language language = {});

/// All full dates (with a day and a year) in running text, in order.
std::vector<FoundDate> find_dates(std::string_view text, Language language = {});

/// `day` with the time of day of a line that has hardly more than that: "Web posted at: 5:36 a.m.
/// EST (1036 GMT)", "05:36 GMT 06:36 UK". Nothing for another line.
std::optional<Timestamp> with_time_of_line(const Timestamp& day, std::string_view line);

}  // namespace news
