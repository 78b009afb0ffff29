// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/query/query_word.hpp"
#include "searcher/rank/feedback.hpp"
#include "searcher/rank/ranked_match.hpp"
#include "searcher/rank/ranking_profile.hpp"
#include "searcher/remote/remote_articles.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

namespace news {

/// Does what Reranker does, with the same scores, for an index of which parts are on other
/// machines. Reranker reads posting lists at a few articles; a server would send all of each list.
/// So each part of the scores is a query here, of those few articles, whose weights are the part.
class QueryReranker {
 public:
  /// The best matches with the scores of their words, as Reranker takes them, and how each is named
  /// in a query: its key of schema::order_slot. `found` is what they come from.
  struct Matches {
    std::vector<RankedMatch>& best;
    const std::vector<std::string>& order_keys;
    const Xapian::MSet& found;
    bool parts_apart = false;  ///< each part of a score is to be told
  };

  /// All are used by reference.
  QueryReranker(const Xapian::Database& database, const RankingProfile& profile, Matches matches,
                RemoteArticles& articles);

  /// As Reranker::rank.
  std::vector<FeedbackTerm> rank(const std::vector<QueryWord>& words, std::chrono::sys_days today);

 private:
  struct Part {
    std::string_view name;
    std::vector<Xapian::Query> queries;
  };

  void sort();
  void add_presences(const std::vector<QueryWord>& words);
  void add_occurrences(Part part);
  void add(const Part& part, const Xapian::Weight& scheme);
  void add_recency(const std::vector<QueryWord>& words, std::chrono::sys_days today);
  Part title_part(const std::vector<QueryWord>& words) const;
  Part coverage_part(const std::vector<QueryWord>& words) const;
  Part proximity_part(const std::vector<QueryWord>& words) const;
  Part feedback_part(const std::vector<FeedbackTerm>& terms, std::size_t query_words) const;
  double idf(const QueryWord& word) const;

  const Xapian::Database& database_;
  const RankingProfile& profile_;
  Matches matches_;
  RemoteArticles& articles_;
  std::unordered_map<Xapian::docid, std::string> order_;  ///< the order keys by documents
  Xapian::Query filter_;
};

}  // namespace news
