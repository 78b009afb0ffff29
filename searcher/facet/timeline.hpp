// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/facet/calendar_span.hpp"
#include "searcher/facet/value_counts.hpp"
#include "searcher/remote/term_frequencies.hpp"

#include <cstdint>
#include <vector>

namespace news {

/// The matches of one span.
struct TimelineRow {
  CalendarSpan span;
  std::uint64_t hits = 0;
  std::uint64_t articles = 0;  ///< in the index, whether they match or not
};

/// Matches over time. Spans without a match between others are rows, too, but of a stretch of more
/// than `longest_gap` there are none.
struct Timeline {
  static constexpr std::size_t longest_gap = 12;

  TimeUnit unit = TimeUnit::month;
  std::vector<TimelineRow> rows;  ///< in order
  std::uint64_t undated = 0;      ///< matches without a date
  std::uint64_t imprecise = 0;    ///< matches whose date is coarser than the unit
};

/// The timeline of matches for which publication_slots() were counted. What an index has in a span
/// it knows from its terms for days, months and years; while a publication is under way that may
/// be a few too many. Takes a look-up a row, for weeks seven.
Timeline timeline_of(TimeUnit unit, const ValueCounts& counts, TermFrequencies& frequencies);

}  // namespace news
