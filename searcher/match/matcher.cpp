// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/match/matcher.hpp"

#include "news/index/schema.hpp"
#include "searcher/match/date_order.hpp"
#include "searcher/rank/reranker.hpp"
#include "searcher/rank/score_parts.hpp"
#include "searcher/rank/tie_order.hpp"
#include "searcher/rank/word_weight.hpp"

#include <algorithm>

namespace news {

namespace {

std::vector<RankedMatch> matches_in(const Xapian::MSet& set, Xapian::doccount count) {
  std::vector<RankedMatch> matches;
  matches.reserve(count);
  for (Xapian::doccount i = 0; i < count; ++i) {
    const auto match = set[i];
    const double score = without_noise(match.get_weight());
    matches.push_back({*match, score, {{"words", score}}});
  }
  return matches;
}

/// How many there are before the last one and its equals.
Xapian::doccount better_than_last(const Xapian::MSet& set) {
  Xapian::doccount better = set.size();
  const double last = without_noise(set.back().get_weight());
  while (better > 0 && without_noise(set[better - 1].get_weight()) <= last) --better;
  return better;
}

}  // namespace

Matcher::Matcher(const OpenIndex& index, const SearchRequest& request, const TranslatedQuery& query,
                 std::chrono::sys_days today)
    : index_(index), request_(request), query_(query), today_(today) {}

Matches Matcher::first(std::size_t count) const {
  // There are no more articles than ids, whatever is asked for.
  const auto articles =
      static_cast<Xapian::doccount>(std::min<std::size_t>(count, index_.database.get_lastdocid()));
  return by_date() ? first_by_date(articles) : first_by_score(articles);
}

/// What only filters find is equally good; the news comes first.
bool Matcher::by_date() const { return request_.sort != SortOrder::relevance || !query_.has_words; }

bool Matcher::reranks(std::size_t count) const {
  return request_.ranking.reranks() && !query_.words.empty() && count > 0;
}

Xapian::Enquire Matcher::enquiry() const {
  Xapian::Enquire enquire(index_.database);
  enquire.set_query(query_.query);
  if (query_.has_words) {
    enquire.set_weighting_scheme(WordWeight(request_.ranking));
  } else {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
  }
  if (index_.may_have_replaced_articles) enquire.set_collapse_key(schema::identity_slot);
  return enquire;
}

Xapian::doccount Matcher::counted() const {
  return request_.count_exactly ? index_.database.get_doccount() : counted_matches;
}

Matches Matcher::first_by_date(Xapian::doccount count) const {
  Xapian::Enquire enquire = enquiry();
  DateOrder order(request_.sort == SortOrder::oldest);
  enquire.set_sort_by_key(&order, false);
  Matches matches;
  matches.set = enquire.get_mset(0, count, counted());
  matches.best = matches_in(matches.set, matches.set.size());
  return matches;
}

Matches Matcher::first_by_score(Xapian::doccount count) const {
  const bool reranked = reranks(count);
  const Xapian::doccount wanted = reranked ? std::max(count, Reranker::depth) : count;
  const Xapian::doccount enough = reranked ? std::max(count, Reranker::depth / 2) : count;
  Xapian::Enquire enquire = enquiry();
  Matches matches;
  matches.set = enquire.get_mset(0, wanted + reserve, counted());
  Xapian::doccount known = matches.set.size();
  if (known == wanted + reserve) {
    known = better_than_last(matches.set);
    if (known < enough) {  // too many are equal: Xapian has to order them all
      enquire.set_sort_by_relevance_then_value(schema::order_slot, false);
      matches.set = enquire.get_mset(0, wanted, counted());
      known = matches.set.size();
    }
  }
  matches.best = matches_in(matches.set, known);
  if (reranked) {
    order_ties_around(index_.database, matches.best, Reranker::depth);
    Reranker reranker(index_.database, request_.ranking, matches.best);
    matches.feedback = reranker.rank(query_.words, today_);
  }
  order_ties(index_.database, matches.best, count);
  matches.best.resize(std::min<std::size_t>(matches.best.size(), count));
  return matches;
}

}  // namespace news
