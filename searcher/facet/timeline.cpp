// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/facet/timeline.hpp"

#include "news/index/schema.hpp"
#include "searcher/facet/publication_dates.hpp"

#include <map>
#include <numeric>
#include <string>

#include <fmt/format.h>

namespace news {

namespace {

using std::chrono::sys_days;

/// Timestamp::day_number as a day.
sys_days day_of(std::int32_t number) {
  constexpr int year_unit = 10'000;
  constexpr int month_unit = 100;
  return std::chrono::year(number / year_unit) /
         std::chrono::month(static_cast<unsigned>(number / month_unit % month_unit)) /
         std::chrono::day(static_cast<unsigned>(number % month_unit));
}

std::uint64_t sum_of(const PublicationDates::Counts& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0},
                         [](std::uint64_t sum, const auto& entry) { return sum + entry.second; });
}

/// All articles of the span that are dated as precisely as its unit.
std::uint64_t articles_in(const CalendarSpan& span, const Xapian::Database& database) {
  const auto count = [&database](std::string_view prefix, const std::string& date) {
    std::string digits;
    for (const char c : date) {
      if (c != '-') digits += c;
    }
    return std::uint64_t{database.get_termfreq(schema::term(prefix, digits))};
  };
  switch (span.unit) {
    case TimeUnit::day:
      return count(schema::day, span.name());
    case TimeUnit::month:
      return count(schema::month, span.name());
    case TimeUnit::year:
      return count(schema::year, span.name());
    case TimeUnit::week:
      break;
  }
  std::uint64_t articles = 0;
  for (sys_days day = span.first; day <= span.last(); day += std::chrono::days(1)) {
    articles += count(schema::day, iso_date(day));
  }
  return articles;
}

std::map<CalendarSpan, std::uint64_t> hits_by_span(TimeUnit unit, const PublicationDates& dates) {
  std::map<CalendarSpan, std::uint64_t> hits;
  const auto add = [&hits, unit](const PublicationDates::Counts& counts, std::int32_t factor,
                                 std::int32_t first) {
    for (const auto& [number, count] : counts) {
      hits[CalendarSpan::of(unit, day_of(number * factor + first))] += count;
    }
  };
  add(dates.days, 1, 0);
  if (unit == TimeUnit::month || unit == TimeUnit::year) add(dates.months, 100, 1);
  if (unit == TimeUnit::year) add(dates.years, 10'000, 101);
  return hits;
}

/// Whether so few spans lie between that all are shown.
bool is_short_gap(CalendarSpan from, const CalendarSpan& to) {
  for (std::size_t i = 0; i <= Timeline::longest_gap; ++i) {
    from = from.next();
    if (from == to) return true;
  }
  return false;
}

}  // namespace

Timeline timeline_of(TimeUnit unit, const ValueCounts& counts, const Xapian::Database& database) {
  const PublicationDates dates = publication_dates(counts);
  Timeline timeline{.unit = unit, .rows = {}, .undated = 0, .imprecise = 0};
  std::uint64_t placed = 0;
  for (const auto& [span, hits] : hits_by_span(unit, dates)) {
    if (!timeline.rows.empty() && is_short_gap(timeline.rows.back().span, span)) {
      for (CalendarSpan between = timeline.rows.back().span.next(); between != span;
           between = between.next()) {
        timeline.rows.push_back({between, 0, articles_in(between, database)});
      }
    }
    timeline.rows.push_back({span, hits, articles_in(span, database)});
    placed += hits;
  }
  const std::uint64_t dated = sum_of(dates.days) + sum_of(dates.months) + sum_of(dates.years);
  timeline.imprecise = dated - placed;
  timeline.undated = counts.matches - dated;
  return timeline;
}

}  // namespace news
