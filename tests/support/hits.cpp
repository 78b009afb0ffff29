// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hits.hpp"

#include <utility>

namespace news::test {

Hit full_hit() {
  Hit hit;
  hit.rank = 3;
  hit.score = 12.5;
  hit.article.id = "f1";
  hit.article.url = "https://courier.example.org/ferry";
  hit.article.title = "Ferry late";
  hit.article.authors = {"Ada Marsh", "Jon Reed"};
  hit.article.published = Timestamp::from_iso8601("2005-11-20T05:36:10+01:00");
  hit.article.outlet = "Norwick Courier";
  hit.article.section = "Local";
  hit.article.language = *Language::parse("en");
  hit.article.topics = {"boats", "storms"};
  hit.article.origin = {.path = "/news/a.zip", .name = "a.zip", .member = "b.json", .record = 2};
  hit.title_highlights = {{0, 5}};
  hit.snippet = {.text = "A caf\u00E9 on the ferry.", .highlights = {{2, 7}, {15, 20}}};
  return hit;
}

Hit bare_hit() {
  Hit hit;
  hit.rank = 1;
  hit.article.title = "Fog";
  hit.article.origin = {
      .path = "/news/news.jsonl", .name = "news.jsonl", .member = {}, .record = 1};
  return hit;
}

SearchResult result_of(std::vector<Hit> hits) {
  SearchResult result;
  result.query = "ferri*";
  result.read_as = "ferri*";
  result.total = hits.size();
  result.seconds = 0.25;
  result.hits = std::move(hits);
  return result;
}

SearchResult counted_result() {
  const auto month = [](int year, unsigned number) {
    return CalendarSpan::of(TimeUnit::month,
                            std::chrono::year(year) / std::chrono::month(number) / 1);
  };
  SearchResult result = result_of({});
  result.total = 10;
  result.facets = {{.field = FacetField::outlet,
                    .counts = {{"Norwick Courier", 7}, {"Reef, The", 2}},
                    .distinct = 3,
                    .without = 0}};
  result.timeline =
      Timeline{.unit = TimeUnit::month,
               .rows = {{month(2005, 11), 6, 24}, {month(2005, 12), 0, 0}, {month(2007, 3), 1, 8}},
               .undated = 1,
               .imprecise = 2};
  return result;
}

}  // namespace news::test
