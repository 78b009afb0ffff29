// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/query/query_word.hpp"
#include "searcher/rank/feedback.hpp"
#include "searcher/rank/ranking_profile.hpp"

#include <chrono>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace news {

/// A part of a query and of the scores it gives.
struct RankingPart {
  std::string_view name;  ///< "words", "title", ...
  Xapian::Query query;
};

/// Queries that order what a search finds, and find nothing themselves. Each is a list of clauses
/// whose weights add up. The profile says which there are.
///
/// Proximity looks into positions, which costs more than all else, and helps short queries only,
/// which are often names: longer ones than `max_proximity_words` do without, and so do pairs of
/// words that are both very common.
class RankingClauses {
 public:
  static constexpr std::size_t max_proximity_words = 4;

  /// All are used by reference.
  RankingClauses(const Xapian::Database& database, const std::vector<QueryWord>& words,
                 const RankingProfile& profile);

  /// The parts that depend on the words alone.
  std::vector<RankingPart> parts(std::chrono::sys_days today) const;

  /// The part that the best articles give; its weight is their share of the query's.
  RankingPart feedback(const std::vector<FeedbackTerm>& terms) const;

 private:
  Xapian::Query title() const;
  Xapian::Query proximity() const;
  Xapian::Query coverage() const;
  Xapian::Query recency(std::chrono::sys_days today) const;
  Xapian::doccount frequency(const QueryWord& word) const;
  double idf(const QueryWord& word) const;

  const Xapian::Database& database_;
  const std::vector<QueryWord>& words_;
  const RankingProfile& profile_;
};

/// What the first of the parts finds, ordered by all of them. At least one is given.
Xapian::Query ranked_by(const std::vector<RankingPart>& parts);

}  // namespace news
