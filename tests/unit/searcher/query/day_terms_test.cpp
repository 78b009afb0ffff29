// SPDX-License-Identifier: GPL-3.0-or-later
// A range of days as terms of years, months and days.
#include "searcher/query/day_terms.hpp"

#include "news/index/schema.hpp"

#include <algorithm>
#include <chrono>
#include <random>
#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

using namespace news;

namespace {

std::string terms(std::optional<std::int32_t> first, std::optional<std::int32_t> last,
                  std::size_t most = 100) {
  return fmt::format("{}", fmt::join(day_terms({first, last}, most), " "));
}

}  // namespace

TEST_CASE("day terms: whole years and months are one term") {
  CHECK(terms(20050101, 20051231) == "Y2005");
  CHECK(terms(20050201, 20050231) == "M200502");
  CHECK(terms(20051120, 20051120) == "D20051120");
  CHECK(terms(20041230, 20060301) == "D20041230 D20041231 Y2005 M200601 M200602 D20060301");
  CHECK(terms(20040228, 20040301) == "D20040228 D20040229 D20040301");
}

TEST_CASE("day terms: none where the range is open, ends before it begins, or takes too many") {
  CHECK(terms(20050101, {}).empty());
  CHECK(terms({}, 20050101).empty());
  CHECK(terms(20050102, 20050101).empty());
  CHECK(terms(20050102, 20050105, 3).empty());
  CHECK(terms(20050102, 20050104, 3) == "D20050102 D20050103 D20050104");
}

TEST_CASE("day terms: a day is in the range if it has one of the terms") {
  using namespace std::chrono;
  std::mt19937 random(5);
  const sys_days base = year(1999) / November / 1;
  const auto number = [](sys_days day) {
    const year_month_day date(day);
    return (static_cast<int>(date.year()) * 100 + static_cast<int>(unsigned(date.month()))) * 100 +
           static_cast<int>(unsigned(date.day()));
  };
  for (int round = 0; round < 300; ++round) {
    const sys_days first = base + days(random() % 900);
    const sys_days last = first + days(random() % 900);
    const auto all = day_terms({number(first), number(last)}, 1000);
    for (sys_days day = first - days(40); day <= last + days(40); day += days(1 + random() % 9)) {
      const std::string digits = std::to_string(number(day));
      const auto has = [&all](const std::string& term) {
        return std::count(all.begin(), all.end(), term);
      };
      const auto found =
          has("D" + digits) + has("M" + digits.substr(0, 6)) + has("Y" + digits.substr(0, 4));
      CAPTURE(digits);
      CHECK(found == (day >= first && day <= last ? 1 : 0));
    }
  }
}
