// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/text/language.hpp"
#include "searcher/rank/ranked_match.hpp"
#include "searcher/rank/ranking_profile.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

namespace news {

/// A term that the best articles have in common, and its share of what they have in common.
struct FeedbackTerm {
  std::string term;
  double share = 0;               ///< all shares add up to 1
  Xapian::doccount articles = 0;  ///< that have it
};

/// What an article has of the words that may be feedback.
struct FeedbackArticle {
  std::vector<std::pair<std::string, double>> terms;  ///< with their occurrences
  double length = 0;
};

/// Where feedback is read from.
class FeedbackSource {
 public:
  FeedbackSource() = default;
  FeedbackSource(const FeedbackSource&) = delete;
  FeedbackSource& operator=(const FeedbackSource&) = delete;
  virtual ~FeedbackSource() = default;

  virtual std::vector<FeedbackArticle> read(const std::vector<Xapian::docid>& articles) = 0;
  virtual Xapian::doccount articles() const = 0;
  virtual std::vector<Xapian::doccount> frequencies(const std::vector<std::string>& terms) = 0;
};

/// The term lists of an index on this machine.
class IndexFeedback : public FeedbackSource {
 public:
  /// `database` must outlive it.
  explicit IndexFeedback(const Xapian::Database& database) : database_(database) {}

  std::vector<FeedbackArticle> read(const std::vector<Xapian::docid>& articles) override;
  Xapian::doccount articles() const override { return database_.get_doccount(); }
  std::vector<Xapian::doccount> frequencies(const std::vector<std::string>& terms) override;

 private:
  const Xapian::Database& database_;
};

/// Whether a term may be feedback from an article in that language.
bool may_be_feedback(std::string_view term, Language language);

/// The word of the term, without the prefix of stems.
std::string word_of(const FeedbackTerm& term);

/// What the best articles of a search have in common: a relevance model (Lavrenko and Croft,
/// "Relevance-Based Language Models", 2001; the RM3 of Jaleel et al., 2004, mixes it with the
/// query).
///
///   share(t)  ~  idf(t)^1.5 * sum over articles d of  P(t | d) * exp((score(d) - best) / spread)
///
/// so an article that is far better than the others decides alone, and confirms itself: a search
/// for one article stays one. Terms are stems, and words of scripts without endings; those that
/// fewer than two articles have, stop words of the articles' languages, and what more than a tenth
/// of all articles have are left out. None if fewer than two articles are given.
///
/// Reads the terms of the best `matches`, which are the best first, and the frequency of each that
/// two of them share.
std::vector<FeedbackTerm> feedback_terms(FeedbackSource& source,
                                         const std::vector<RankedMatch>& matches,
                                         const RankingProfile& profile);

}  // namespace news
