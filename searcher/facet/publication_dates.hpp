// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/facet/value_counts.hpp"

#include <cstdint>
#include <map>
#include <vector>

namespace news {

/// Matching articles by when they were published, each as precisely as it is known. Those without a
/// date are in none.
struct PublicationDates {
  using Counts = std::map<std::int32_t, std::uint64_t>;

  Counts days;    ///< Timestamp::day_number, 20051120
  Counts months;  ///< known to the month only: 200511
  Counts years;   ///< known to the year only: 2005
};

/// The slots that publication_dates needs to be counted.
std::vector<Xapian::valueno> publication_slots();

PublicationDates publication_dates(const ValueCounts& counts);

}  // namespace news
