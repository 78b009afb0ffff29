// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/throughput/statistics.hpp"

#include <doctest/doctest.h>

using namespace news::bench;

TEST_CASE("bench statistics: the median, the least and the most") {
  struct Row {
    std::vector<double> values;
    Spread spread;
  };
  const Row rows[] = {
      {{}, {0, 0, 0}},
      {{3}, {3, 3, 3}},
      {{4, 1}, {2.5, 1, 4}},
      {{9, 1, 2}, {2, 1, 9}},
      {{8, 2, 100, 4}, {6, 2, 100}},
      {{5, 5, 1, 5, 9}, {5, 1, 9}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.values.size());
    CHECK(spread_of(row.values) == row.spread);
  }
}

TEST_CASE("bench statistics: a ratio to nothing is 0") {
  CHECK(ratio_of(3, 2) == 1.5);
  CHECK(ratio_of(3, 0) == 0);
}

TEST_CASE("bench statistics: percentiles are values that were measured") {
  std::vector<double> hundred;
  for (int i = 100; i > 0; --i) hundred.push_back(i);
  CHECK(percentiles_of(hundred) == Percentiles{.p50 = 50, .p90 = 90, .p99 = 99, .most = 100});
  CHECK(percentiles_of({7}) == Percentiles{.p50 = 7, .p90 = 7, .p99 = 7, .most = 7});
  CHECK(percentiles_of({1, 2, 3}) == Percentiles{.p50 = 2, .p90 = 3, .p99 = 3, .most = 3});
  CHECK(percentiles_of({}) == Percentiles{});
}
