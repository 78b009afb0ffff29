// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/remote/remote_matcher.hpp"

#include "news/index/schema.hpp"
#include "searcher/rank/reranker.hpp"
#include "searcher/rank/score_parts.hpp"
#include "searcher/remote/date_ranking.hpp"
#include "searcher/remote/filter_query.hpp"
#include "searcher/remote/query_reranker.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

namespace news {

namespace {

struct Keyed {
  double score = 0;
  std::string order;
  Xapian::docid id = 0;
};

/// By falling score, and by their keys where that is the same but for noise.
std::vector<Keyed> in_order(const Xapian::MSet& set) {
  std::vector<Keyed> matches;
  for (auto match = set.begin(); match != set.end(); ++match) {
    matches.push_back({without_noise(match.get_weight()), match.get_sort_key(), *match});
  }
  std::stable_sort(matches.begin(), matches.end(), [](const Keyed& a, const Keyed& b) {
    return std::tie(b.score, a.order) < std::tie(a.score, b.order);
  });
  return matches;
}

/// How many there are before the last one and its equals.
std::size_t better_than_last(const std::vector<RankedMatch>& matches) {
  std::size_t better = matches.size();
  while (better > 0 && matches[better - 1].score <= matches.back().score) --better;
  return better;
}

}  // namespace

RemoteMatcher::RemoteMatcher(const OpenIndex& index, const SearchRequest& request,
                             const TranslatedQuery& query, RemoteArticles& articles)
    : index_(index), request_(request), query_(query), articles_(articles) {}

Matches RemoteMatcher::first(std::size_t count, std::chrono::sys_days today) const {
  // There are no more articles than ids, whatever is asked for.
  const auto articles =
      static_cast<Xapian::doccount>(std::min<std::size_t>(count, index_.database.get_lastdocid()));
  Xapian::Enquire enquire(index_.database);
  if (query_.has_words) {
    enquire.set_weighting_scheme(ServerWeights::scheme(request_.ranking));
  } else {
    enquire.set_weighting_scheme(filter_scheme());
  }
  if (index_.may_have_replaced_articles) enquire.set_collapse_key(schema::identity_slot);
  const bool by_date = request_.sort != SortOrder::relevance || !query_.has_words;
  if (query_.has_words) learn_frequencies();
  const Xapian::Query query =
      query_.has_words ? articles_.weights().weighed(query_.query) : filter_query(query_.query);
  enquire.set_query(query);
  return by_date ? first_by_date(enquire, articles) : first_by_score(enquire, articles, today);
}

/// All that will be asked of the query's words, in one message to each machine.
void RemoteMatcher::learn_frequencies() const {
  std::vector<std::string> terms(query_.query.get_unique_terms_begin(),
                                 query_.query.get_terms_end());
  for (const QueryWord& word : query_.words) terms.push_back(word.term);
  articles_.frequencies(terms);
}

Xapian::doccount RemoteMatcher::counted() const {
  return request_.count_exactly ? index_.database.get_doccount() : Matcher::counted_matches;
}

Matches RemoteMatcher::first_by_date(Xapian::Enquire& enquire, Xapian::doccount count) const {
  const DateRanking ranking =
      rank_by_date(enquire, {.query = enquire.get_query(),
                             .oldest_first = request_.sort == SortOrder::oldest,
                             .limit = count,
                             .count_at_least = counted()});
  Matches matches;
  matches.set = ranking.found;
  for (const auto& [document, weight] : ranking.documents) {
    const double score = query_.has_words ? without_noise(weight) : 0;
    matches.best.push_back({document, score, {{"words", score}}});
  }
  return matches;
}

Matches RemoteMatcher::first_by_score(Xapian::Enquire& enquire, Xapian::doccount count,
                                      std::chrono::sys_days today) const {
  const bool reranked = request_.ranking.reranks() && !query_.words.empty() && count > 0;
  enquire.set_sort_by_relevance_then_value(schema::order_slot, false);
  const Xapian::doccount wanted = reranked ? std::max(count, Reranker::depth) : count;
  const Xapian::doccount enough = reranked ? std::max(count, Reranker::depth / 2) : count;
  Matches matches;
  matches.set = enquire.get_mset(0, wanted + Matcher::reserve, counted());
  std::vector<std::string> order_keys;
  for (const Keyed& match : in_order(matches.set)) {
    matches.best.push_back({match.id, match.score, {{"words", match.score}}});
    order_keys.push_back(match.order);
  }
  if (matches.set.size() == wanted + Matcher::reserve) {
    // As where Matcher cannot know the order of the last ones, so that as many are reranked.
    const std::size_t known = better_than_last(matches.best);
    matches.best.resize(known < enough ? wanted : known);
  }
  if (reranked) {
    QueryReranker reranker(index_.database, request_.ranking,
                           {.best = matches.best,
                            .order_keys = order_keys,
                            .found = matches.set,
                            .parts_apart = request_.explain},
                           articles_);
    matches.feedback = reranker.rank(query_.words, today);
  }
  matches.best.resize(std::min<std::size_t>(matches.best.size(), count));
  if (!reranked && request_.duplicates != Duplicates::show && count <= Reranker::depth) {
    order_keys.resize(matches.best.size());
    articles_.learn_sketches(order_keys);  // those of others came along as they were reranked
  }
  return matches;
}

}  // namespace news
