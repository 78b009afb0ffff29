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

double ratio_of(double value, double base) { return base > 0 ? value / base : 0; }

}  // namespace news::bench
