// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace news::bench {

/// Several measurements of one thing.
struct Spread {
  double median = 0;
  double least = 0;
  double most = 0;

  friend bool operator==(const Spread&, const Spread&) = default;
};

/// Of an even number of values the median is the mean of the two in the middle. All 0 for none.
Spread spread_of(std::vector<double> values);

/// How measurements of many things are distributed.
struct Percentiles {
  double p50 = 0;
  double p90 = 0;
  double p99 = 0;
  double most = 0;

  friend bool operator==(const Percentiles&, const Percentiles&) = default;
};

/// The smallest value that is not below so many of a hundred values (nearest rank). All 0 for none.
Percentiles percentiles_of(std::vector<double> values);

/// 0 where there is nothing to divide by.
double ratio_of(double value, double base);

}  // namespace news::bench
