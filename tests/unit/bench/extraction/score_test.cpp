// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/extraction/score.hpp"

#include <doctest/doctest.h>

using namespace news::bench;

namespace {

bool same_day(const char* truth, const char* published) {
  news::Article article;
  article.published = news::Timestamp::from_iso8601(published);
  TruePage page;
  page.published = truth;
  return score_page(page, article).published.value();
}

}  // namespace

TEST_CASE("extraction score: a day is right on either clock") {
  CHECK(same_day("2024-04-24 00:00:00", "2024-04-24T17:30"));
  CHECK(same_day("2024-04-24 23:30:00+00:00", "2024-04-25T01:30+02:00"));
  CHECK(same_day("2024-04-24 23:30:00+00:00", "2024-04-24T12:00+00:00"));
  CHECK_FALSE(same_day("2024-04-24 00:00:00", "2024-04-25"));
  CHECK_FALSE(same_day("2024-04-24 00:00:00", ""));
}

TEST_CASE("extraction score: titles but for white space, authors if one is right") {
  TruePage page;
  page.title = "Bridge  closed";
  page.authors = {"Ada Stone", "Ben Reed"};
  news::Article article;
  article.title = "Bridge closed ";
  article.authors = {"Ben Reed"};
  CHECK(score_page(page, article).title == true);
  CHECK(score_page(page, article).author == true);
  article.authors = {"Reed"};
  CHECK(score_page(page, article).author == false);
  CHECK_FALSE(score_page(TruePage(), article).title.has_value());
}
