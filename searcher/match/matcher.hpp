// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/index/open.hpp"
#include "searcher/match/search_request.hpp"
#include "searcher/query/translator.hpp"
#include "searcher/rank/feedback.hpp"
#include "searcher/rank/ranked_match.hpp"

#include <chrono>
#include <cstddef>
#include <vector>

#include <xapian.h>

namespace news {

/// What a query finds, and the best of it in their final order.
struct Matches {
  Xapian::MSet set;  ///< by the words alone; says how many there are
  std::vector<RankedMatch> best;
  std::vector<FeedbackTerm> feedback;
};

/// Finds the best articles for a query: Xapian matches its words, the profile's other parts put the
/// best of them in a better order, and equal ones come in the order of their sources.
class Matcher {
 public:
  /// All are used by reference; `today` is what recency counts from.
  Matcher(const OpenIndex& index, const SearchRequest& request, const TranslatedQuery& query,
          std::chrono::sys_days today);

  /// The first `count` matches, or all if there are fewer.
  Matches first(std::size_t count) const;

  /// Whether they come in the order of their dates: by request, or because none is better.
  bool by_date() const;

 private:
  bool reranks(std::size_t count) const;
  Xapian::Enquire enquiry() const;
  Xapian::doccount counted() const;
  Matches first_by_date(Xapian::doccount count) const;
  Matches first_by_score(Xapian::doccount count) const;

  const OpenIndex& index_;
  const SearchRequest& request_;
  const TranslatedQuery& query_;
  std::chrono::sys_days today_;
};

}  // namespace news
