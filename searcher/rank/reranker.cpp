// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/rank/reranker.hpp"

#include "news/index/schema.hpp"
#include "searcher/rank/score_parts.hpp"
#include "searcher/rank/tie_order.hpp"
#include "searcher/rank/word_weight.hpp"

#include <algorithm>
#include <cmath>

namespace news {

namespace {

/// Whether `second` stands right behind `first` somewhere in an article that has both.
bool stand_together(const Xapian::Database& database, Xapian::docid id, const std::string& first,
                    const std::string& second) {
  auto before = database.positionlist_begin(id, first);
  auto behind = database.positionlist_begin(id, second);
  while (before != database.positionlist_end(id, first) &&
         behind != database.positionlist_end(id, second)) {
    if (*behind == *before + 1) return true;
    if (*behind <= *before) {
      ++behind;
    } else {
      ++before;
    }
  }
  return false;
}

}  // namespace

Reranker::Reranker(const Xapian::Database& database, const RankingProfile& profile,
                   std::vector<RankedMatch>& matches)
    : database_(database), profile_(profile), matches_(matches), feedback_(database) {}

std::vector<FeedbackTerm> Reranker::rank(const std::vector<QueryWord>& words,
                                         std::chrono::sys_days today) {
  entries_ = by_id();
  if (profile_.title > 0) add_title(words);
  if (profile_.proximity > 0 && words.size() <= max_proximity_words) add_proximity(words);
  if (profile_.coverage > 0) add_coverage(words);
  if (profile_.recency > 0) add_recency(words, today);
  sort();
  if (!profile_.has_feedback()) return {};
  order_ties(database_, matches_, static_cast<std::size_t>(profile_.feedback_articles));
  std::vector<FeedbackTerm> terms = feedback_terms(feedback_, matches_, profile_);
  if (terms.empty()) return terms;
  entries_ = by_id();
  add_feedback(terms, words.size());
  sort();
  return terms;
}

std::vector<Reranker::Entry> Reranker::by_id() const {
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < std::min<std::size_t>(matches_.size(), depth); ++i) {
    entries.push_back({.match = &matches_[i]});
  }
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.match->id < b.match->id; });
  return entries;
}

void Reranker::sort() { sort_best(matches_, depth); }

/// Calls `visit(entry, occurrences)` for each of the best matches that has the term.
template <typename Visit>
void Reranker::at_postings(const std::string& term, Visit visit) {
  auto posting = database_.postlist_begin(term);
  const auto end = database_.postlist_end(term);
  if (posting == end) return;
  Xapian::docid at = *posting;
  for (Entry& entry : entries_) {
    const Xapian::docid id = entry.match->id;
    if (at < id) {
      posting.skip_to(id);
      if (posting == end) return;
      at = *posting;
    }
    if (at == id) visit(entry, posting.get_wdf());
  }
}

/// Adds the same score wherever one of the terms is.
void Reranker::add_where_any(const std::vector<std::string>& terms, std::string_view part,
                             double score) {
  std::vector<RankedMatch*> matches;
  for (const std::string& term : terms) {
    at_postings(term, [&](Entry& entry, Xapian::termcount /*occurrences*/) {
      matches.push_back(entry.match);
    });
  }
  std::sort(matches.begin(), matches.end());
  matches.erase(std::unique(matches.begin(), matches.end()), matches.end());
  for (RankedMatch* match : matches) add_part(*match, part, score);
}

void Reranker::add_title(const std::vector<QueryWord>& words) {
  for (const QueryWord& word : words) {
    add_where_any(title_forms_of(word), "title", profile_.title * idf(word));
  }
}

void Reranker::add_coverage(const std::vector<QueryWord>& words) {
  for (const QueryWord& word : words) {
    add_where_any(forms_of(word), "coverage", profile_.coverage * idf(word));
  }
}

void Reranker::add_proximity(const std::vector<QueryWord>& words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i].adjoins && words[i].term != words[i - 1].term) {
      add_pair(words[i - 1].term, words[i].term);
    }
  }
}

/// A pair of words weighs what the two of them do, each as it is, where they stand together: the
/// ordered window of Metzler and Croft's "A Markov Random Field Model for Term Dependencies"
/// (2005), there or not.
void Reranker::add_pair(const std::string& first, const std::string& second) {
  std::vector<double> scores(entries_.size(), 0);  // of the first word; 0 where it is not
  at_postings(first, [&](Entry& entry, Xapian::termcount occurrences) {
    scores[static_cast<std::size_t>(&entry - entries_.data())] =
        word_score(entry, idf(first), occurrences);
  });
  at_postings(second, [&](Entry& entry, Xapian::termcount occurrences) {
    const double score = scores[static_cast<std::size_t>(&entry - entries_.data())];
    if (score <= 0 || !stand_together(database_, entry.match->id, first, second)) return;
    add_part(*entry.match, "proximity",
             profile_.proximity * (score + word_score(entry, idf(second), occurrences)));
  });
}

void Reranker::add_feedback(const std::vector<FeedbackTerm>& terms, std::size_t query_words) {
  const double weight =
      profile_.feedback_weight / (1 - profile_.feedback_weight) * static_cast<double>(query_words);
  for (const FeedbackTerm& term : terms) {
    const double rarity = WordWeight::idf(database_.get_doccount(), term.articles);
    at_postings(term.term, [&](Entry& entry, Xapian::termcount occurrences) {
      add_part(*entry.match, "feedback",
               weight * term.share * word_score(entry, rarity, occurrences));
    });
  }
}

void Reranker::add_recency(const std::vector<QueryWord>& words, std::chrono::sys_days today) {
  double weight = 0;
  for (const QueryWord& word : words) weight += profile_.recency * idf(word);
  for (Entry& entry : entries_) {
    const std::string published = database_.get_document(entry.match->id, Xapian::DOC_ASSUME_VALID)
                                      .get_value(schema::published_slot);
    const double share = recency_share(published, today, profile_);
    if (share > 0) add_part(*entry.match, "recency", weight * share);
  }
}

double Reranker::word_score(Entry& entry, double rarity, Xapian::termcount occurrences) {
  if (entry.relative_length < 0) {
    entry.relative_length =
        database_.get_doclength(entry.match->id) / std::max(database_.get_avlength(), 1.0);
  }
  return rarity * WordWeight::saturation(profile_, occurrences, entry.relative_length);
}

/// How much it tells that an article has the word, by its most frequent form; 0 for one that no
/// article has.
double Reranker::idf(const QueryWord& word) const {
  Xapian::doccount most = 0;
  for (const std::string& form : forms_of(word)) {
    most = std::max(most, database_.get_termfreq(form));
  }
  return most == 0 ? 0 : WordWeight::idf(database_.get_doccount(), most);
}

double Reranker::idf(const std::string& term) const {
  return WordWeight::idf(database_.get_doccount(), database_.get_termfreq(term));
}

}  // namespace news
