// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/remote/remote_articles.hpp"

#include "news/index/schema.hpp"
#include "searcher/duplicates/copy_finder.hpp"
#include "searcher/remote/match_filter.hpp"

#include <algorithm>

namespace news {

namespace {

/// A few copies of each story on a page, many times over.
constexpr Xapian::doccount most_holders = 500;

/// Beside 1 for each number, what a number that few articles have adds to a weight.
constexpr double rare_worth = 1024;

}  // namespace

std::vector<FeedbackArticle> RemoteArticles::read(const std::vector<Xapian::docid>& articles) {
  will_read(articles);
  std::vector<FeedbackArticle> read;
  for (const Xapian::docid id : articles) read.push_back(known(id).feedback);
  return read;
}

std::vector<Xapian::doccount> RemoteArticles::frequencies(const std::vector<std::string>& terms) {
  return frequencies_.of(terms);
}

void RemoteArticles::will_read(const std::vector<Xapian::docid>& documents) {
  articles_.fetch(documents);
}

const RemoteArticles::Known& RemoteArticles::known(Xapian::docid document) {
  const auto [entry, fresh] = known_.try_emplace(document);
  if (!fresh) return entry->second;
  const Article article = articles_.read(database_, document);
  ArticleTerms terms = maker_.make(article);
  Known& known = entry->second;
  known.sketch = std::move(terms.sketch);
  known.feedback.length = terms.length;
  for (auto& [term, occurrences] : terms.occurrences) {
    if (may_be_feedback(term, article.language)) {
      known.feedback.terms.emplace_back(term, occurrences);
    }
  }
  return known;
}

SketchLookup::Holders RemoteArticles::holders_of(std::uint32_t number) {
  const std::set<Xapian::docid>& documents = holders_[number];
  return {.documents = {documents.begin(), documents.end()}, .count = counts_[number]};
}

Sketch RemoteArticles::sketch_of(Xapian::docid document) {
  const auto held = sketches_.find(document);
  return held == sketches_.end() ? known(document).sketch : held->second;
}

void RemoteArticles::learn_sketches(const std::vector<std::string>& order_keys) {
  if (order_keys.empty()) return;
  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(one_of_articles(order_keys));
  enquire.set_sort_by_value(schema::sketch_slot, false);
  const Xapian::MSet found = enquire.get_mset(0, most_holders);
  for (auto match = found.begin(); match != found.end(); ++match) {
    keep_sketch(*match, match.get_sort_key());
  }
}

void RemoteArticles::keep_sketch(Xapian::docid document, const std::string& packed) {
  sketches_[document] = schema::unpack_sketch(packed);
}

void RemoteArticles::will_find_copies_of(const std::vector<Xapian::docid>& documents) {
  std::set<std::uint32_t> numbers;
  for (const Xapian::docid document : documents) {
    const Sketch sketch = sketch_of(document);
    if (!was_asked(sketch)) numbers.insert(sketch.begin(), sketch.end());
  }
  if (!numbers.empty()) find_holders(numbers);
}

/// Whether all of a sketch was in one query: an article that shares two of its numbers stands out
/// only where both are asked for.
bool RemoteArticles::was_asked(const Sketch& sketch) const {
  return sketch.empty() ||
         std::any_of(asked_.begin(), asked_.end(), [&sketch](const auto& numbers) {
           return std::includes(numbers.begin(), numbers.end(), sketch.begin(), sketch.end());
         });
}

/// Finds the articles that have at least two of the numbers, or one that is rare. Those with a
/// single frequent one are no candidates and may be many.
void RemoteArticles::find_holders(const std::set<std::uint32_t>& numbers) {
  using Op = Xapian::Query::op;
  std::vector<std::string> terms;
  for (const std::uint32_t number : numbers) terms.push_back(schema::sketch_term(number));
  const std::vector<Xapian::doccount> counts = frequencies(terms);
  std::vector<Xapian::Query> queries;
  std::size_t i = 0;
  for (const std::uint32_t number : numbers) {
    counts_[number] = counts[i];
    const double worth = counts[i] <= CopyFinder::rare ? rare_worth + 1 : 1;
    if (counts[i] > 0) {
      queries.emplace_back(Op::OP_SCALE_WEIGHT, Xapian::Query(terms[i]), worth);
    }
    ++i;
  }
  asked_.push_back(numbers);
  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(Xapian::CoordWeight());
  enquire.set_query(Xapian::Query(Op::OP_OR, queries.begin(), queries.end()));
  enquire.set_sort_by_relevance_then_value(schema::sketch_slot, false);
  const Xapian::MSet found = enquire.get_mset(0, most_holders);
  for (auto match = found.begin(); match != found.end() && match.get_weight() > 1; ++match) {
    Sketch sketch = schema::unpack_sketch(match.get_sort_key());
    for (const std::uint32_t number : sketch) holders_[number].insert(*match);
    sketches_[*match] = std::move(sketch);
  }
}

}  // namespace news
