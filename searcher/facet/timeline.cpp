// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/facet/timeline.hpp"

#include "news/index/schema.hpp"
#include "searcher/facet/publication_dates.hpp"

#include <map>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

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

/// The terms of all articles of the span that are dated as precisely as its unit.
std::vector<std::string> terms_of(const CalendarSpan& span) {
  const auto term = [](std::string_view prefix, const std::string& date) {
    std::string digits;
    for (const char c : date) {
      if (c != '-') digits += c;
    }
    return schema::term(prefix, digits);
  };
  switch (span.unit) {
    case TimeUnit::day:
      return {term(schema::day, span.name())};
    case TimeUnit::month:
      return {term(schema::month, span.name())};
    case TimeUnit::year:
      return {term(schema::year, span.name())};
    case TimeUnit::week:
      break;
  }
  std::vector<std::string> terms;
  for (sys_days day = span.first; day <= span.last(); day += std::chrono::days(1)) {
    terms.push_back(term(schema::day, iso_date(day)));
  }
  return terms;
}

/// Fills in how many articles there are of each row's time.
void count_articles(std::vector<TimelineRow>& rows, TermFrequencies& frequencies) {
  std::vector<std::string> terms;
  std::vector<std::size_t> row_of;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::string& term : terms_of(rows[row].span)) {
      terms.push_back(std::move(term));
      row_of.push_back(row);
    }
  }
  const std::vector<Xapian::doccount> counts = frequencies.of(terms);
  for (std::size_t i = 0; i < terms.size(); ++i) rows[row_of[i]].articles += counts[i];
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

Timeline timeline_of(TimeUnit unit, const ValueCounts& counts, TermFrequencies& frequencies) {
  const PublicationDates dates = publication_dates(counts);
  Timeline timeline{.unit = unit, .rows = {}, .undated = 0, .imprecise = 0};
  std::uint64_t placed = 0;
  for (const auto& [span, hits] : hits_by_span(unit, dates)) {
    if (!timeline.rows.empty() && is_short_gap(timeline.rows.back().span, span)) {
      for (CalendarSpan between = timeline.rows.back().span.next(); between != span;
           between = between.next()) {
        timeline.rows.push_back({between, 0, 0});
      }
    }
    timeline.rows.push_back({span, hits, 0});
    placed += hits;
  }
  count_articles(timeline.rows, frequencies);
  const std::uint64_t dated = sum_of(dates.days) + sum_of(dates.months) + sum_of(dates.years);
  timeline.imprecise = dated - placed;
  timeline.undated = counts.matches - dated;
  return timeline;
}

}  // namespace news
