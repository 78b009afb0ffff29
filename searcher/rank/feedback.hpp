// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/rank/ranked_match.hpp"
#include "searcher/rank/ranking_profile.hpp"

#include <string>
#include <vector>

#include <xapian.h>

namespace news {

/// A term that the best articles have in common, and its share of what they have in common.
struct FeedbackTerm {
  std::string term;
  double share = 0;               ///< all shares add up to 1
  Xapian::doccount articles = 0;  ///< that have it
};

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
/// Reads the term lists of the best `matches`, which are the best first, and the frequency of each
/// term that two of them share.
std::vector<FeedbackTerm> feedback_terms(const Xapian::Database& database,
                                         const std::vector<RankedMatch>& matches,
                                         const RankingProfile& profile);

}  // namespace news
