// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/rank/ranking_profile.hpp"

#include <string>

#include <xapian.h>

namespace news {

/// What a word is worth in an article: BM25 (Robertson and Zaragoza, "The Probabilistic Relevance
/// Framework", 2009, 3.4):
///
///   idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length))
///   idf = ln(1 + (N - n + 0.5) / (n + 0.5))
///
/// N articles, n of them with the word; `length` is the article's divided by the average, and
/// length_floor at least. This idf, which is Lucene's, is above 0 however common the word is.
///
/// A word that occurs 0 times where it matches, as the words of fields do, counts as one that
/// occurs once: that it is there is all that the index knows of it.
class WordWeight : public Xapian::Weight {
 public:
  explicit WordWeight(const RankingProfile& profile);

  /// The formula without idf. `relative_length` is the article's by the average.
  static double saturation(const RankingProfile& profile, double occurrences,
                           double relative_length);
  static double idf(Xapian::doccount articles, Xapian::doccount with_word);

  WordWeight* clone() const override;
  std::string name() const override;
  double get_sumpart(Xapian::termcount occurrences, Xapian::termcount length,
                     Xapian::termcount distinct) const override;
  double get_maxpart() const override;
  double get_sumextra(Xapian::termcount length, Xapian::termcount distinct) const override;
  double get_maxextra() const override;

 private:
  void init(double factor) override;

  RankingProfile profile_;
  double idf_ = 0;              ///< with the factors of the query
  double average_inverse_ = 0;  ///< 1 / average length
};

}  // namespace news
