// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/calendar_names.hpp"

#include "news/text/fold.hpp"

#include <algorithm>

#include <doctest/doctest.h>

using namespace news;

namespace {

bool has(const std::vector<CalendarName>& names, std::string_view word, int number) {
  const std::string folded = fold_marks(fold_case(word));
  return std::any_of(names.begin(), names.end(), [&](const CalendarName& name) {
    return name.word == folded && name.number == number;
  });
}

}  // namespace

TEST_CASE("calendar names: months as they stand in dates and alone") {
  for (const char* word : {"November", "noviembre", "листопада", "листопад", "Νοεμβρίου",
                           "novembris", "lapkričio", "नवंबर", "พฤศจิกายน", "נובמבר", "نوامبر"}) {
    CAPTURE(word);
    CHECK(has(month_names(), word, 11));
  }
}

TEST_CASE("calendar names: weekdays count from Sunday") {
  CHECK(has(weekday_names(), "Sunday", 1));
  CHECK(has(weekday_names(), "Samstag", 7));
  CHECK(has(weekday_names(), "неділя", 1));
}

TEST_CASE("calendar names: one folded word each") {
  for (const auto* names : {&month_names(), &weekday_names()}) {
    for (const CalendarName& name : *names) {
      CAPTURE(name.word);
      CHECK(name.word.find(' ') == std::string::npos);
      CHECK(fold_marks(fold_case(name.word)) == name.word);
    }
  }
}
