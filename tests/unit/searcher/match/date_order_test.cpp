// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/match/date_order.hpp"

#include "news/index/schema.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <random>
#include <vector>

#include <doctest/doctest.h>

using namespace news;

namespace {

/// The key of an article that was published so many seconds after 1970.
std::string key(bool oldest_first, std::optional<std::int64_t> published,
                const std::string& identity = "id") {
  Xapian::Document document;
  if (published) {
    document.add_value(schema::published_slot,
                       Xapian::sortable_serialise(static_cast<double>(*published)));
  }
  document.add_value(schema::identity_slot, identity);
  return DateOrder(oldest_first)(document);
}

}  // namespace

TEST_CASE("date order: the newest first or the oldest") {
  CHECK(key(false, 200) < key(false, 100));
  CHECK(key(true, 100) < key(true, 200));
}

TEST_CASE("date order: articles without a date come last either way") {
  for (const std::int64_t published : {-30'610'224'000, -1L, 0L, 253'402'300'799}) {
    CHECK(key(false, published) < key(false, std::nullopt));
    CHECK(key(true, published) < key(true, std::nullopt));
  }
}

TEST_CASE("date order: equal articles are ordered by their identity") {
  for (const bool oldest_first : {false, true}) {
    CHECK(key(oldest_first, 100, "a") < key(oldest_first, 100, "b"));
    CHECK(key(oldest_first, std::nullopt, "a") < key(oldest_first, std::nullopt, "b"));
    CHECK(key(oldest_first, 100, "x") == key(oldest_first, 100, "x"));
  }
}

TEST_CASE("date order: keys sort as the seconds from the year 1000 to the year 9999") {
  std::mt19937_64 random(20051120);
  std::uniform_int_distribution<std::int64_t> seconds(-30'610'224'000, 253'402'300'799);
  std::vector<std::int64_t> times = {-2, -1, 0, 1, 255, 256, 257};
  for (int i = 0; i < 500; ++i) times.push_back(seconds(random));
  std::sort(times.begin(), times.end());
  for (std::size_t i = 1; i < times.size(); ++i) {
    REQUIRE((key(true, times[i - 1]) < key(true, times[i])) == (times[i - 1] < times[i]));
    REQUIRE((key(false, times[i]) < key(false, times[i - 1])) == (times[i - 1] < times[i]));
  }
}
