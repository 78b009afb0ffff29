// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/query/query_word.hpp"
#include "searcher/rank/feedback.hpp"
#include "searcher/rank/ranked_match.hpp"
#include "searcher/rank/ranking_profile.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace news {

/// Puts what the words found in a better order: adds the parts of a profile to the scores of the
/// best `depth` matches. No part is below 0, so these stay before all that come behind them.
///
/// That is cheap, whatever the query: each posting list is read once, at these articles only, and
/// positions only of short queries, where they help, because these are often names.
class Reranker {
 public:
  static constexpr Xapian::doccount depth = 100;
  static constexpr std::size_t max_proximity_words = 4;

  /// All are used by reference; `matches` are the best first, with the scores of their words, and
  /// more than `depth` of them are left as they are.
  Reranker(const Xapian::Database& database, const RankingProfile& profile,
           std::vector<RankedMatch>& matches);

  /// Adds all parts that the profile has and brings the matches into their order; equal ones stay
  /// in theirs. Returns the terms of the feedback.
  std::vector<FeedbackTerm> rank(const std::vector<QueryWord>& words, std::chrono::sys_days today);

 private:
  /// One of the best matches, in the order of ids.
  struct Entry {
    RankedMatch* match = nullptr;
    double relative_length = -1;  ///< by the average; below 0 if not known yet
  };

  void add_title(const std::vector<QueryWord>& words);
  void add_proximity(const std::vector<QueryWord>& words);
  void add_pair(const std::string& first, const std::string& second);
  void add_coverage(const std::vector<QueryWord>& words);
  void add_feedback(const std::vector<FeedbackTerm>& terms, std::size_t query_words);
  void add_recency(const std::vector<QueryWord>& words, std::chrono::sys_days today);

  template <typename Visit>
  void at_postings(const std::string& term, Visit visit);
  void add_where_any(const std::vector<std::string>& terms, std::string_view part, double score);
  double word_score(Entry& entry, double idf, Xapian::termcount occurrences);
  double idf(const QueryWord& word) const;
  double idf(const std::string& term) const;
  std::vector<Entry> by_id() const;
  void sort();

  const Xapian::Database& database_;
  const RankingProfile& profile_;
  std::vector<RankedMatch>& matches_;
  IndexFeedback feedback_;
  std::vector<Entry> entries_;
};

}  // namespace news
