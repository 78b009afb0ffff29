// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace news {

/// A name for a month or weekday, folded by fold_case and fold_marks. One word.
struct CalendarName {
  std::string word;
  int number = 0;  ///< of a month 1 to 12; of a weekday 1 to 7, from Sunday
};

/// The full names of the months of our calendar, and of the weekdays, in the languages that news is
/// written in, in every form they take in a date ("stycznia") and alone ("styczeń"), as ICU has
/// them. Names of several words are left out. Where two languages mean two months by one word, that
/// of the language with more readers comes first.
const std::vector<CalendarName>& month_names();
const std::vector<CalendarName>& weekday_names();

}  // namespace news
