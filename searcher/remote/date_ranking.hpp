// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <vector>

#include <xapian.h>

namespace news {

/// What is the same of all matches of a search that is ordered by date.
struct DateRankingRequest {
  Xapian::Query query;
  bool oldest_first = false;
  Xapian::doccount limit = 10;
  Xapian::doccount count_at_least = 0;
};

struct DateRanking {
  Xapian::MSet found;  ///< tells how many articles match
  /// The first `limit` in their order, with their scores.
  std::vector<std::pair<Xapian::docid, double>> documents;
};

/// The matches in the order of DateOrder, for an index of which parts are on other machines: their
/// servers sort by one value, and not by a key of ours. So this asks for the first by their dates,
/// and again for those that share the last one's date, by their identities. Enquire comes with its
/// weighting scheme set.
DateRanking rank_by_date(Xapian::Enquire& enquire, const DateRankingRequest& request);

}  // namespace news
