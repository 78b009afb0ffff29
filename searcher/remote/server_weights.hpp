// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/rank/ranking_profile.hpp"
#include "searcher/remote/term_frequencies.hpp"

#include <vector>

#include <xapian.h>

namespace news {

/// Xapian's servers know its own weighting schemes, and not WordWeight. One of them is the same
/// formula with another idf, ln((N + 1) / n) for ln((N + 1) / (n + 0.5)); so each word is scaled by
/// what one idf is of the other, and the scores are those of WordWeight.
class ServerWeights {
 public:
  /// `frequencies` must outlive it, and is asked for all terms of a query at once.
  ServerWeights(TermFrequencies& frequencies, Xapian::doccount articles)
      : frequencies_(frequencies), articles_(articles) {}

  static Xapian::BM25PlusWeight scheme(const RankingProfile& profile);

  /// The same query for that scheme. Takes a walk over its tree.
  Xapian::Query weighed(const Xapian::Query& query) const;

  /// What to scale a word by that so many articles have.
  double factor(Xapian::doccount with_word) const;

 private:
  Xapian::Query weighed_part(const Xapian::Query& query) const;
  Xapian::Query weighed_word(const Xapian::Query& word) const;
  Xapian::Query weighed_alone(std::vector<Xapian::Query> forms) const;
  Xapian::doccount estimate(const Xapian::Query& query) const;

  TermFrequencies& frequencies_;
  Xapian::doccount articles_;
};

}  // namespace news
