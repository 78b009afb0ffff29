// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/throughput/statistics.hpp"

#include <algorithm>

namespace news::bench {

Spread spread_of(std::vector<double> values) {
  if (values.empty()) return {};
  std::sort(values.begin(), values.end());
  const double upper = values[values.size() / 2];
  const double lower = values[(values.size() - 1) / 2];
  return {.median = (lower + upper) / 2, .least = values.front(), .most = values.back()};
}

Percentiles percentiles_of(std::vector<double> values) {
  if (values.empty()) return {};
  std::sort(values.begin(), values.end());
  const auto at = [&values](std::size_t percent) {
    return values[(values.size() * percent + 99) / 100 - 1];
  };
  return {.p50 = at(50), .p90 = at(90), .p99 = at(99), .most = values.back()};
}

double ratio_of(double value, double base) { return base > 0 ? value / base : 0; }

}  // namespace news::bench
