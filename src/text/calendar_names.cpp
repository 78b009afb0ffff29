// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/calendar_names.hpp"

#include "news/text/fold.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/icu.hpp"
#include <unicode/dtfmtsym.h>

namespace news {

namespace {

using icu::DateFormatSymbols;

constexpr std::array<const char*, 66> languages = {
    "en", "es", "fr", "de", "it", "pt", "ru", "pl", "nl", "tr", "ar", "fa", "he", "hi",
    "id", "ms", "uk", "el", "ro", "cs", "hu", "sv", "da", "nb", "fi", "th", "bg", "sr",
    "hr", "bs", "sk", "sl", "mk", "be", "lt", "lv", "et", "is", "ca", "gl", "eu", "sq",
    "af", "sw", "ha", "so", "am", "yo", "zu", "ur", "bn", "pa", "ta", "te", "mr", "gu",
    "kn", "ml", "ne", "si", "az", "kk", "uz", "ka", "hy", "fil"};

void add_names(const icu::UnicodeString* names, int count, int first,
               std::vector<CalendarName>& out) {
  for (int i = first; i < count; ++i) {
    std::string name;
    names[i].toUTF8String(name);
    std::string word = fold_marks(fold_case(name));
    if (word.empty() || word.find(' ') != word.npos) continue;
    if (std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }))
      continue;
    out.push_back({std::move(word), i + 1 - first});
  }
}

DateFormatSymbols symbols_of(const char* language) {
  const icu::Locale locale((std::string(language) + "@calendar=gregorian").c_str());
  return checked_icu("DateFormatSymbols",
                     [&](UErrorCode& status) { return DateFormatSymbols(locale, status); });
}

constexpr std::array contexts = {DateFormatSymbols::FORMAT, DateFormatSymbols::STANDALONE};

std::vector<CalendarName> read_months() {
  std::vector<CalendarName> names;
  for (const char* language : languages) {
    const DateFormatSymbols symbols = symbols_of(language);
    for (const auto context : contexts) {
      int count = 0;
      const auto* months = symbols.getMonths(count, context, DateFormatSymbols::WIDE);
      add_names(months, count, 0, names);
    }
  }
  return names;
}

std::vector<CalendarName> read_weekdays() {
  std::vector<CalendarName> names;
  for (const char* language : languages) {
    const DateFormatSymbols symbols = symbols_of(language);
    for (const auto context : contexts) {
      int count = 0;  // of which the first is of no day
      const auto* days = symbols.getWeekdays(count, context, DateFormatSymbols::WIDE);
      add_names(days, count, 1, names);
    }
  }
  return names;
}

}  // namespace

const std::vector<CalendarName>& month_names() {
  static const std::vector<CalendarName> names = read_months();
  return names;
}

const std::vector<CalendarName>& weekday_names() {
  static const std::vector<CalendarName> names = read_weekdays();
  return names;
}

}  // namespace news
