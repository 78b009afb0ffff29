// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/scale/word_ranks.hpp"

#include <algorithm>
#include <cmath>

namespace news::bench {

double uniform(std::mt19937_64& random) { return static_cast<double>(random() >> 11U) * 0x1p-53; }

WordRanks::WordRanks(const RankLaw& law) : law_(law) {
  const auto ranks = static_cast<std::size_t>(law.boundary);
  double sum = 0;
  for (std::size_t rank = 1; rank <= ranks; ++rank) {
    sum += 1 / static_cast<double>(rank);
    head_.push_back(sum);
  }
  // The tail continues where the head ends: the integral of boundary^(tail-1) / r^tail.
  const double all = sum + 1 / (law.tail - 1);
  for (double& share : head_) share /= all;
}

std::uint64_t WordRanks::draw(std::mt19937_64& random) const {
  constexpr double highest = 1e15;  // a double still counts there
  const double at = uniform(random);
  if (at < head_.back()) {
    return static_cast<std::uint64_t>(std::upper_bound(head_.begin(), head_.end(), at) -
                                      head_.begin()) +
           1;
  }
  const double left = (1 - at) / (1 - head_.back());  // above 0, to 1
  const double rank = law_.boundary * std::pow(left, -1 / (law_.tail - 1));
  return static_cast<std::uint64_t>(std::min(rank, highest)) + 1;
}

}  // namespace news::bench
