// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/rank/ranking_clauses.hpp"

#include "news/index/schema.hpp"
#include "searcher/rank/recency_source.hpp"
#include "searcher/rank/word_weight.hpp"

#include <algorithm>
#include <array>

namespace news {

namespace {

using Op = Xapian::Query::op;
using Queries = std::vector<Xapian::Query>;

/// A pair is looked for where the rarer of the two is in no more articles than this.
constexpr Xapian::doccount max_proximity_articles = 20'000;

Xapian::Query sum_of(const Queries& queries) {
  return Xapian::Query(Op::OP_OR, queries.begin(), queries.end());
}

Xapian::Query scaled(const Xapian::Query& query, double weight) {
  return query.empty() ? query : Xapian::Query(Op::OP_SCALE_WEIGHT, query, weight);
}

/// The forms that the index has of a word: of its stems, or of the word itself if it has none.
Queries forms_of(const QueryWord& word) {
  if (word.stems.empty()) return {Xapian::Query(word.term)};
  Queries forms;
  for (const std::string& stem : word.stems) {
    forms.emplace_back(schema::term(schema::stem, stem));
  }
  return forms;
}

Xapian::Query any_of(const Queries& forms) {
  return Xapian::Query(Op::OP_SYNONYM, forms.begin(), forms.end());
}

/// The same weight wherever `query` matches.
Xapian::Query constant(const Xapian::Query& query, double weight) {
  auto* const source = new Xapian::FixedWeightPostingSource(weight);  // Xapian's by release()
  return {Op::OP_FILTER, Xapian::Query(source->release()), query};
}

}  // namespace

RankingClauses::RankingClauses(const Xapian::Database& database,
                               const std::vector<QueryWord>& words, const RankingProfile& profile)
    : database_(database), words_(words), profile_(profile) {}

std::vector<RankingPart> RankingClauses::parts(std::chrono::sys_days today) const {
  std::vector<RankingPart> parts;
  const auto add = [&parts](std::string_view name, const Xapian::Query& query) {
    if (!query.empty()) parts.push_back({name, query});
  };
  if (profile_.title > 0) add("title", title());
  if (profile_.proximity > 0) add("proximity", proximity());
  if (profile_.coverage > 0) add("coverage", coverage());
  if (profile_.recency > 0) add("recency", recency(today));
  return parts;
}

Xapian::Query RankingClauses::title() const {
  Queries words;
  for (const QueryWord& word : words_) {
    Queries forms{Xapian::Query(schema::term(schema::title, word.term))};
    for (const std::string& stem : word.stems) {
      forms.emplace_back(schema::term(schema::title_stem, stem));
    }
    words.push_back(constant(any_of(forms), profile_.title * idf(word)));
  }
  return sum_of(words);
}

/// A pair of words weighs what the two of them do, each where the pair stands (a phrase has the
/// weights of its words): the ordered window of Metzler and Croft's "A Markov Random Field Model
/// for Term Dependencies" (2005), there or not.
Xapian::Query RankingClauses::proximity() const {
  if (words_.size() > max_proximity_words) return {};
  Queries pairs;
  for (std::size_t i = 1; i < words_.size(); ++i) {
    const std::array terms = {words_[i - 1].term, words_[i].term};
    if (!words_[i].adjoins || terms[0] == terms[1]) continue;
    const Xapian::doccount rarer =
        std::min(database_.get_termfreq(terms[0]), database_.get_termfreq(terms[1]));
    if (rarer == 0 || rarer > max_proximity_articles) continue;
    pairs.emplace_back(Op::OP_PHRASE, terms.begin(), terms.end(), terms.size());
  }
  return scaled(sum_of(pairs), profile_.proximity);
}

Xapian::Query RankingClauses::coverage() const {
  Queries words;
  for (const QueryWord& word : words_) {
    words.push_back(constant(any_of(forms_of(word)), profile_.coverage * idf(word)));
  }
  return sum_of(words);
}

Xapian::Query RankingClauses::recency(std::chrono::sys_days today) const {
  double all_words = 0;
  for (const QueryWord& word : words_) all_words += idf(word);
  if (all_words <= 0) return {};
  auto* const source = new RecencySource({.weight = profile_.recency * all_words,
                                          .half_life_days = profile_.recency_half_life_days,
                                          .today = today});
  return Xapian::Query(source->release());  // Xapian's by release()
}

RankingPart RankingClauses::feedback(const std::vector<FeedbackTerm>& terms) const {
  const double weight = profile_.feedback_weight / (1 - profile_.feedback_weight) *
                        static_cast<double>(words_.size());
  Queries clauses;
  for (const FeedbackTerm& term : terms) {
    clauses.push_back(scaled(Xapian::Query(term.term), weight * term.share));
  }
  return {"feedback", sum_of(clauses)};
}

Xapian::doccount RankingClauses::frequency(const QueryWord& word) const {
  if (word.stems.empty()) return database_.get_termfreq(word.term);
  Xapian::doccount most = 0;
  for (const std::string& stem : word.stems) {
    most = std::max(most, database_.get_termfreq(schema::term(schema::stem, stem)));
  }
  return most;
}

/// How much it tells that an article has the word, by its most frequent form; 0 for one that no
/// article has.
double RankingClauses::idf(const QueryWord& word) const {
  const Xapian::doccount with_word = frequency(word);
  return with_word == 0 ? 0 : WordWeight::idf(database_.get_doccount(), with_word);
}

Xapian::Query ranked_by(const std::vector<RankingPart>& parts) {
  const Xapian::Query& words = parts.front().query;
  if (parts.size() == 1) return words;
  Queries others;
  for (std::size_t i = 1; i < parts.size(); ++i) others.push_back(parts[i].query);
  return {Op::OP_AND_MAYBE, words, sum_of(others)};
}

}  // namespace news
