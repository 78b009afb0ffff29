// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/remote/server_weights.hpp"

#include "news/index/schema.hpp"
#include "searcher/rank/word_weight.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

namespace news {

namespace {

using Query = Xapian::Query;

std::vector<Query> parts_of(const Query& query) {
  std::vector<Query> parts;
  for (std::size_t n = 0; n < query.get_num_subqueries(); ++n) {
    parts.push_back(query.get_subquery(n));
  }
  return parts;
}

/// Whether the index does not count how often the term occurs, as those of titles.
bool is_uncounted(const std::string& term) {
  const bool is_text = term.starts_with(schema::stem) && !term.starts_with(schema::title_stem);
  return !is_text && !term.empty() && term.front() >= 'A' && term.front() <= 'Z';
}

/// A form of the word, in front of the conditions for it.
std::string first_term(const Query& word) {
  if (word.get_type() == Query::LEAF_TERM) return *word.get_terms_begin();
  return word.get_num_subqueries() == 0 ? "" : first_term(word.get_subquery(0));
}

/// What is found counts as a word that occurs once, as it does with WordWeight: so often, in
/// Xapian's eyes, every article has the term that is in all of them.
Query occurring_once(const Query& query) {
  const std::vector<Query> once{Query(Query::OP_AND, Query::MatchAll, query)};
  return {Query::OP_SYNONYM, once.begin(), once.end()};
}

}  // namespace

Xapian::BM25PlusWeight ServerWeights::scheme(const RankingProfile& profile) {
  // Repeated words count as often as they are repeated: that is what k3 comes to when it is large.
  constexpr double k3 = 1e15;
  return {profile.k1, 0, k3, profile.b, profile.length_floor, 0};
}

double ServerWeights::factor(Xapian::doccount with_word) const {
  if (with_word == 0) return 1;
  const double servers_idf = std::log((articles_ + 1.0) / with_word);
  return WordWeight::idf(articles_, with_word) / servers_idf;
}

Query ServerWeights::weighed(const Query& query) const {
  using Terms = std::vector<std::string>;
  frequencies_.of(Terms(query.get_unique_terms_begin(), query.get_terms_end()));  // are kept
  return weighed_part(query);
}

Query ServerWeights::weighed_part(const Query& query) const {
  std::vector<Query> parts = parts_of(query);
  switch (query.get_type()) {
    case Query::LEAF_TERM:
    case Query::OP_SYNONYM:
      return weighed_word(query);
    case Query::OP_SCALE_WEIGHT: {  // of one word, or of a filter
      const Query::op type = parts.front().get_type();
      const bool is_word = type == Query::LEAF_TERM || type == Query::OP_SYNONYM;
      if (!is_word) return query;
      return {Query::OP_SCALE_WEIGHT, query, factor(estimate(parts.front()))};
    }
    case Query::OP_FILTER:
    case Query::OP_AND_NOT: {
      Query whole = weighed_part(parts.front());
      for (std::size_t n = 1; n < parts.size(); ++n) whole = {query.get_type(), whole, parts[n]};
      return whole;
    }
    case Query::OP_AND:
    case Query::OP_OR:
    case Query::OP_AND_MAYBE:
    case Query::OP_MAX:
      for (Query& part : parts) part = weighed_part(part);
      return {query.get_type(), parts.begin(), parts.end()};
    case Query::OP_PHRASE:
    case Query::OP_NEAR: {  // which take terms as they are
      for (Query& part : parts) part = weighed_part(part);
      return {Query::OP_FILTER, Query(Query::OP_AND, parts.begin(), parts.end()), query};
    }
    default:  // has no weight
      return query;
  }
}

/// A term, or terms that count as one.
Query ServerWeights::weighed_word(const Query& word) const {
  const std::string term = first_term(word);
  if (term.empty()) return word;
  const double scale = factor(estimate(word));
  if (!is_uncounted(term)) return {Query::OP_SCALE_WEIGHT, word, scale};
  const std::vector<Query> parts = parts_of(word);
  const Query any = parts.empty() ? word : Query(Query::OP_OR, parts.begin(), parts.end());
  return {Query::OP_SCALE_WEIGHT, occurring_once(any), scale};
}

/// How many articles Xapian takes the query to find, each part of it to be independent of the
/// others, when it weighs synonyms.
Xapian::doccount ServerWeights::estimate(const Query& query) const {
  std::vector<Xapian::doccount> counts;
  for (const Query& part : parts_of(query)) counts.push_back(estimate(part));
  const double all = std::max<Xapian::doccount>(articles_, 1);
  const auto rounded = [](double count) { return static_cast<Xapian::doccount>(count + 0.5); };
  switch (query.get_type()) {
    case Query::LEAF_TERM:
      return frequencies_.of(*query.get_terms_begin());
    case Query::OP_SYNONYM:
    case Query::OP_OR: {
      // Xapian adds the rarest first.
      std::sort(counts.begin(), counts.end(), std::greater<>());
      while (counts.size() > 1) {
        const double a = counts.back();
        counts.pop_back();
        const double b = counts.back();
        counts.pop_back();
        const Xapian::doccount either = rounded(a + b - a * b / all);
        counts.insert(std::upper_bound(counts.begin(), counts.end(), either, std::greater<>()),
                      either);
      }
      return counts.empty() ? 0 : counts.front();
    }
    case Query::OP_AND:
    case Query::OP_FILTER: {
      double both = all;
      for (const Xapian::doccount count : counts) both *= count / all;
      return rounded(both);
    }
    default:
      return articles_;
  }
}

}  // namespace news
