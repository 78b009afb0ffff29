// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/facet/publication_dates.hpp"

#include "news/base/ascii.hpp"
#include "news/index/schema.hpp"

#include <string>

namespace news {

std::vector<Xapian::valueno> publication_slots() {
  return {schema::day_slot, schema::coarse_date_slot};
}

PublicationDates publication_dates(const ValueCounts& counts) {
  PublicationDates dates;
  for (const auto& [value, count] : counts.slots.at(schema::day_slot)) {
    dates.days[static_cast<std::int32_t>(Xapian::sortable_unserialise(value))] += count;
  }
  // The day slot has the first day of these; it is not the day of their publication.
  for (const auto& [value, count] : counts.slots.at(schema::coarse_date_slot)) {
    if (!ascii::all_digits(value) || (value.size() != 4 && value.size() != 6)) continue;
    const bool has_month = value.size() == 6;
    const std::int32_t number = std::stoi(value);
    (has_month ? dates.months : dates.years)[number] += count;
    const auto day = dates.days.find(has_month ? number * 100 + 1 : number * 10'000 + 101);
    if (day == dates.days.end()) continue;
    day->second -= std::min(day->second, count);
    if (day->second == 0) dates.days.erase(day);
  }
  return dates;
}

}  // namespace news
