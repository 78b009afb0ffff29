// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/remote/server_weights.hpp"

#include "news/index/schema.hpp"
#include "searcher/rank/word_weight.hpp"
#include "searcher/remote/filter_query.hpp"

#include <algorithm>
#include <cmath>
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

/// Another query with the scale of this one. Xapian does not tell how large that is; but as bytes,
/// a query ends with the one it scales.
Query scaled_alike(const Query& scaled, const Query& other) {
  std::string bytes = scaled.serialise();
  bytes.resize(bytes.size() - scaled.get_subquery(0).serialise().size());
  return Query::unserialise(bytes + other.serialise());
}

/// Whether nothing is left of the weight of what is scaled.
bool is_condition(const Query& scaled) {
  return scaled.serialise() ==
         Query(Query::OP_SCALE_WEIGHT, scaled.get_subquery(0), 0.0).serialise();
}

/// Only filters: weighs too little to be seen in a score, but is weighed; see filter_query().
Query condition(const Query& query) {
  constexpr double hardly_any = 1e-30;
  return {Query::OP_SCALE_WEIGHT, filter_query(query), hardly_any};
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
  return WordWeight::idf(articles_, with_word) / std::log((articles_ + 1.0) / with_word);
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
    case Query::OP_SCALE_WEIGHT:
      return is_condition(query) ? condition(parts.front())
                                 : scaled_alike(query, weighed_part(parts.front()));
    case Query::OP_FILTER: {
      Query whole = weighed_part(parts.front());
      for (std::size_t n = 1; n < parts.size(); ++n) {
        whole = {Query::OP_AND, whole, condition(parts[n])};
      }
      return whole;
    }
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
  const std::vector<Query> parts = parts_of(word);
  const Xapian::doccount with_word = estimate(word);
  if (with_word == 0 && !parts.empty()) return weighed_alone(parts);
  const double scale = factor(with_word);
  if (!is_uncounted(term)) return {Query::OP_SCALE_WEIGHT, word, scale};
  const Query any = parts.empty() ? word : Query(Query::OP_OR, parts.begin(), parts.end());
  return {Query::OP_SCALE_WEIGHT, occurring_once(any), scale};
}

/// Forms of a word that Xapian takes to be in no article: servers give no weight to what is that
/// rare, so each form is scaled from what it weighs alone.
Query ServerWeights::weighed_alone(std::vector<Query> forms) const {
  for (Query& form : forms) {
    const Query::op type = form.get_type();
    if (type == Query::OP_SCALE_WEIGHT || type == Query::OP_OR) {  // see synonyms()
      form = weighed_alone(parts_of(form));
      continue;
    }
    const Xapian::doccount count = frequencies_.of(first_term(form));
    if (count == 0) continue;  // finds nothing
    form = {Query::OP_SCALE_WEIGHT, weighed_part(form),
            WordWeight::idf(articles_, 0) / WordWeight::idf(articles_, count)};
  }
  return {Query::OP_OR, forms.begin(), forms.end()};
}

/// How many articles Xapian takes the query to find, each part of it to be independent of the
/// others, when it weighs synonyms: see synonyms() for their pairs.
Xapian::doccount ServerWeights::estimate(const Query& query) const {
  std::vector<Xapian::doccount> counts;
  for (const Query& part : parts_of(query)) counts.push_back(estimate(part));
  const double all = std::max<Xapian::doccount>(articles_, 1);
  const auto rounded = [](double count) { return static_cast<Xapian::doccount>(count + 0.5); };
  switch (query.get_type()) {
    case Query::LEAF_TERM:
      return frequencies_.of(*query.get_terms_begin());
    case Query::OP_SCALE_WEIGHT:
      return counts.front();
    case Query::OP_SYNONYM:
    case Query::OP_OR: {
      double any = 0;
      for (const Xapian::doccount count : counts) any = rounded(any + count - any * count / all);
      return static_cast<Xapian::doccount>(any);
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
