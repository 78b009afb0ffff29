// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <vector>

namespace news::bench {

/// How frequent words are by their rank r, which is 1 for the most frequent: as 1/r up to a
/// boundary, and as 1/r^tail behind it, without end. (Gerlach and Altmann, "Stochastic Model for
/// the Vocabulary Growth in Natural Languages", Physical Review X, 2013.) A vocabulary drawn from
/// that grows as Heaps' law has it, with the number of words to the power of 1/tail.
struct RankLaw {
  double boundary = 3000;
  double tail = 2.0;
};

/// Draws ranks.
class WordRanks {
 public:
  explicit WordRanks(const RankLaw& law);

  std::uint64_t draw(std::mt19937_64& random) const;

 private:
  RankLaw law_;
  std::vector<double> head_;  ///< the share of all words that have this rank or a lower one
};

/// A number from 0 to below 1, the same with every standard library.
double uniform(std::mt19937_64& random);

}  // namespace news::bench
