// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/rank/recency_source.hpp"

#include "tests/support/small_index.hpp"

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

const SmallIndex& dated_news() {
  static const SmallIndex index({
      article("month", "T", "ferry", R"("date":"2005-10-21")"),
      article("undated", "T", "ferry"),
      article("today", "T", "ferry", R"("date":"2005-11-20T08:00:00Z")"),
      article("future", "T", "ferry", R"("date":"2031-01-01")"),
      article("old", "T", "ferry ferry", R"("date":"1950-03-01")"),
  });
  return index;
}

double recency_of(const Hit& hit) {
  for (const ScorePart& part : hit.score_parts) {
    if (part.name == "recency") return part.score;
  }
  return 0;
}

}  // namespace

TEST_CASE("recency: halves with every half-life; none without a date or in the future") {
  SearchRequest request = request_for("ferry");
  request.ranking = {.feedback_weight = 0, .recency = 1, .recency_half_life_days = 30};
  request.explain = true;
  const SearchResult result = dated_news().searcher().search(request);
  CHECK(ids_of(result).starts_with("today month"));
  const double full = recency_of(result.hits[0]);
  CHECK(full > 0);
  CHECK(recency_of(result.hits[1]) == doctest::Approx(full / 2));
  for (const Hit& hit : result.hits) {
    if (hit.article.id == "undated" || hit.article.id == "future") CHECK(recency_of(hit) == 0);
    if (hit.article.id == "old") CHECK(recency_of(hit) < full / 1000);
  }
}

TEST_CASE("recency: finds nothing by itself") {
  SearchRequest request = request_for("ferry");
  request.ranking = {.recency = 5};
  CHECK(dated_news().searcher().search(request).total == 5);
  request.query = "reef";
  CHECK(dated_news().searcher().search(request).total == 0);
}
