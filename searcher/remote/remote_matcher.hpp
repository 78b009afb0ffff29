// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/index/open.hpp"
#include "searcher/match/matcher.hpp"
#include "searcher/match/search_request.hpp"
#include "searcher/query/translator.hpp"
#include "searcher/remote/remote_articles.hpp"

#include <chrono>
#include <cstddef>

#include <xapian.h>

namespace news {

/// Does what Matcher does, with the same result, for an index of which parts are on other machines:
/// all that is asked of them is queries, in schemes and orders that their servers know, so that
/// what is sent does not grow with the index, and all of them work at the same time.
class RemoteMatcher {
 public:
  /// All are used by reference.
  RemoteMatcher(const OpenIndex& index, const SearchRequest& request, const TranslatedQuery& query,
                RemoteArticles& articles);

  /// As Matcher::first; `today` is what recency counts from.
  Matches first(std::size_t count, std::chrono::sys_days today) const;

 private:
  Matches first_by_date(Xapian::Enquire& enquire, Xapian::doccount count) const;
  Matches first_by_score(Xapian::Enquire& enquire, Xapian::doccount count,
                         std::chrono::sys_days today) const;
  void learn_frequencies() const;
  Xapian::doccount counted() const;

  const OpenIndex& index_;
  const SearchRequest& request_;
  const TranslatedQuery& query_;
  RemoteArticles& articles_;
};

}  // namespace news
