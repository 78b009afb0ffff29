// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace news {

/// The words that dates are written with, in the languages that news/article/dates.hpp lists. All
/// take folded words.

/// 1 to 12; full names and usual abbreviations.
std::optional<int> month_of(std::string_view word);

bool is_weekday(std::string_view word);

/// What stands between a date and its time of day: "at", "um", "à".
bool is_date_filler(std::string_view word);

/// The words that say what a date or time is of: "published", "last", "updated", "publié".
bool is_date_label(std::string_view word);

/// A name for a zone of time. `minutes` is absent for names that several zones share ("ET", "IST").
struct ZoneName {
  std::optional<int> minutes;
};
std::optional<ZoneName> zone_of(std::string_view word);

}  // namespace news
