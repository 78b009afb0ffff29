// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/remote/query_reranker.hpp"

#include "news/index/schema.hpp"
#include "searcher/rank/reranker.hpp"
#include "searcher/rank/score_parts.hpp"
#include "searcher/rank/word_weight.hpp"
#include "searcher/remote/match_filter.hpp"

#include <algorithm>

namespace news {

namespace {

using Op = Xapian::Query::op;

Xapian::Query any_of(const std::vector<std::string>& terms) {
  return {Op::OP_SYNONYM, terms.begin(), terms.end()};
}

Xapian::Query scaled(const Xapian::Query& query, double factor) {
  return {Op::OP_SCALE_WEIGHT, query, factor};
}

/// What has these keys is more than the articles they are of, should two begin alike.
constexpr Xapian::doccount most_filtered = 4 * Reranker::depth;

}  // namespace

QueryReranker::QueryReranker(const Xapian::Database& database, const RankingProfile& profile,
                             Matches matches, RemoteArticles& articles)
    : database_(database), profile_(profile), matches_(matches), articles_(articles) {
  const std::size_t depth = std::min<std::size_t>(matches.best.size(), Reranker::depth);
  filter_ = one_of_articles({matches.order_keys.begin(),
                             matches.order_keys.begin() + static_cast<std::ptrdiff_t>(depth)});
  for (std::size_t i = 0; i < depth; ++i) order_[matches.best[i].id] = matches.order_keys[i];
}

std::vector<FeedbackTerm> QueryReranker::rank(const std::vector<QueryWord>& words,
                                              std::chrono::sys_days today) {
  if (matches_.best.empty()) return {};
  add_presences(words);
  if (profile_.proximity > 0 && words.size() <= Reranker::max_proximity_words) {
    add_occurrences(proximity_part(words));
  }
  if (profile_.recency > 0) add_recency(words, today);
  sort();
  if (!profile_.has_feedback()) return {};
  // The best few and those behind them are likely to be shown.
  constexpr std::size_t page = 10;
  std::vector<Xapian::docid> next;
  for (const RankedMatch& match : matches_.best) {
    if (next.size() == page) break;
    next.push_back(match.id);
  }
  articles_.will_read(next);
  std::vector<FeedbackTerm> terms = feedback_terms(articles_, matches_.best, profile_);
  if (terms.empty()) return terms;
  add_occurrences(feedback_part(terms, words.size()));
  sort();
  return terms;
}

/// Equal ones come in the order of their sources, and are equal on whatever machines they are.
void QueryReranker::sort() {
  const std::size_t depth = std::min<std::size_t>(matches_.best.size(), Reranker::depth);
  const auto end = matches_.best.begin() + static_cast<std::ptrdiff_t>(depth);
  std::for_each(matches_.best.begin(), end,
                [](RankedMatch& match) { match.score = without_noise(match.score); });
  std::sort(matches_.best.begin(), end, [this](const RankedMatch& a, const RankedMatch& b) {
    return a.score != b.score ? a.score > b.score : order_.at(a.id) < order_.at(b.id);
  });
}

/// Title and coverage: each query is worth its factor where it matches. It is one question, unless
/// each part is to be told by itself.
void QueryReranker::add_presences(const std::vector<QueryWord>& words) {
  Part title = title_part(words);
  Part coverage = coverage_part(words);
  if (!matches_.parts_apart) {
    title.queries.insert(title.queries.end(), coverage.queries.begin(), coverage.queries.end());
    coverage.queries.clear();
  }
  for (const Part& part : {title, coverage}) add(part, Xapian::CoordWeight());
}

/// Each query of the part is worth what its words are.
void QueryReranker::add_occurrences(Part part) { add(part, ServerWeights::scheme(profile_)); }

void QueryReranker::add(const Part& part, const Xapian::Weight& scheme) {
  if (part.queries.empty()) return;
  std::unordered_map<Xapian::docid, RankedMatch*> matches;
  const std::size_t depth = std::min<std::size_t>(matches_.best.size(), Reranker::depth);
  for (std::size_t i = 0; i < depth; ++i) matches[matches_.best[i].id] = &matches_.best[i];
  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(scheme);
  // All of them match, as their sketches come along, which are asked for next.
  enquire.set_query(
      Xapian::Query(Op::OP_AND_MAYBE, scaled(filter_, 0),
                    Xapian::Query(Op::OP_OR, part.queries.begin(), part.queries.end())));
  enquire.set_sort_by_relevance_then_value(schema::sketch_slot, false);
  const Xapian::MSet found = enquire.get_mset(0, most_filtered);
  for (auto match = found.begin(); match != found.end(); ++match) {
    articles_.keep_sketch(*match, match.get_sort_key());
    const auto known = matches.find(*match);
    if (known != matches.end() && match.get_weight() > 0)
      add_part(*known->second, part.name, match.get_weight());
  }
}

QueryReranker::Part QueryReranker::title_part(const std::vector<QueryWord>& words) const {
  Part part{.name = "title", .queries = {}};
  if (profile_.title <= 0) return part;
  for (const QueryWord& word : words) {
    part.queries.push_back(scaled(any_of(title_forms_of(word)), profile_.title * idf(word)));
  }
  return part;
}

QueryReranker::Part QueryReranker::coverage_part(const std::vector<QueryWord>& words) const {
  Part part{.name = "coverage", .queries = {}};
  if (profile_.coverage <= 0) return part;
  for (const QueryWord& word : words) {
    part.queries.push_back(scaled(any_of(forms_of(word)), profile_.coverage * idf(word)));
  }
  return part;
}

QueryReranker::Part QueryReranker::proximity_part(const std::vector<QueryWord>& words) const {
  Part part{.name = "proximity", .queries = {}};
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (!words[i].adjoins || words[i].term == words[i - 1].term) continue;
    const std::vector<std::string> pair{words[i - 1].term, words[i].term};
    const Xapian::Query together(Op::OP_PHRASE, pair.begin(), pair.end(), 2);
    part.queries.push_back(scaled(articles_.weights().weighed(together), profile_.proximity));
  }
  return part;
}

QueryReranker::Part QueryReranker::feedback_part(const std::vector<FeedbackTerm>& terms,
                                                 std::size_t query_words) const {
  const double weight =
      profile_.feedback_weight / (1 - profile_.feedback_weight) * static_cast<double>(query_words);
  Part part{.name = "feedback", .queries = {}};
  for (const FeedbackTerm& term : terms) {
    const double factor = articles_.weights().factor(term.articles);
    part.queries.push_back(scaled(Xapian::Query(term.term), weight * term.share * factor));
  }
  return part;
}

/// The times of publication come along as what the articles are sorted by.
void QueryReranker::add_recency(const std::vector<QueryWord>& words, std::chrono::sys_days today) {
  double weight = 0;
  for (const QueryWord& word : words) weight += profile_.recency * idf(word);
  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(filter_);
  enquire.set_sort_by_value(schema::published_slot, true);
  const Xapian::MSet found = enquire.get_mset(0, most_filtered);
  std::unordered_map<Xapian::docid, std::string> published;
  for (auto match = found.begin(); match != found.end(); ++match) {
    published[*match] = match.get_sort_key();
  }
  const std::size_t depth = std::min<std::size_t>(matches_.best.size(), Reranker::depth);
  for (std::size_t i = 0; i < depth; ++i) {
    RankedMatch& match = matches_.best[i];
    const double share = recency_share(published[match.id], today, profile_);
    if (share > 0) add_part(match, "recency", weight * share);
  }
}

/// As Reranker::idf; what the words' forms have in articles was told along with the matches.
double QueryReranker::idf(const QueryWord& word) const {
  Xapian::doccount most = 0;
  for (const std::string& form : forms_of(word)) {
    most = std::max(most, matches_.found.get_termfreq(form));
  }
  return most == 0 ? 0 : WordWeight::idf(database_.get_doccount(), most);
}

}  // namespace news
