// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/scale/growth_law.hpp"

#include <cmath>

#include <doctest/doctest.h>

using namespace news::bench;

TEST_CASE("growth law: points of a power law give it back") {
  std::vector<Point> points;
  for (const double x : {10.0, 100.0, 5000.0}) points.push_back({x, 3 * std::pow(x, 0.5)});
  const PowerLaw law = fit_power_law(points);
  CHECK(law.factor == doctest::Approx(3));
  CHECK(law.exponent == doctest::Approx(0.5));
  CHECK(law.at(400) == doctest::Approx(60));
}

TEST_CASE("growth law: what is constant grows with exponent 0") {
  CHECK(fit_power_law({{1, 7}, {1000, 7}}).exponent == doctest::Approx(0));
}

TEST_CASE("growth law: words are counted without regard to case and marks") {
  VocabularyGrowth growth;
  growth.add("The ferry, the FERRY; 2 ferries!");
  growth.add("ferry");
  CHECK(growth.words() == 7);
  CHECK(growth.vocabulary() == 4);
}
