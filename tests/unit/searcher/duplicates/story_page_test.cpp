// SPDX-License-Identifier: GPL-3.0-or-later
// One story once: what a search makes of copies.
#include "searcher/match/searcher.hpp"
#include "tests/support/small_index.hpp"

#include <algorithm>
#include <set>
#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

/// A report of its own on ferries: no two share four words.
std::string report(int number) {
  const std::string n = std::to_string(number);
  std::string text;
  for (int i = 0; i < 30; ++i) {
    const std::string at = n + "x" + std::to_string(i);
    text += "ferry a" + at + " b" + at + " c" + at + ". ";
  }
  return text;
}

/// Six reports; the second is in three outlets, the fourth in two.
const SmallIndex& wires() {
  static SmallIndex index(
      {article("r1", "One", report(1)),
       article("r2", "Two", report(2), R"("source":"Coastwire","date":"2005-11-18")"),
       article("r3", "Three", report(3)), article("r4", "Four", report(4))});
  static const bool complete = [] {
    index.add("later.jsonl",
              {article("r2-mirror", "Two", report(2), R"("source":"Mirror","date":"2005-11-19")"),
               article("r2-courier", "Two", report(2), R"("source":"Courier","date":"2005-11-17")"),
               article("r4-mirror", "Four", report(4) + "ferry", R"("source":"Mirror")"),
               article("r5", "Five", report(5)), article("r6", "Six", report(6))});
    return true;
  }();
  REQUIRE(complete);
  return index;
}

SearchRequest request(Duplicates duplicates, std::size_t offset = 0, std::size_t limit = 10) {
  SearchRequest request = request_for("ferry");
  request.duplicates = duplicates;
  request.offset = offset;
  request.limit = limit;
  return request;
}

/// "r2+2" for a hit with two duplicates, in the order of ids.
std::set<std::string> stories(const SearchResult& result) {
  std::set<std::string> out;
  for (const Hit& hit : result.hits) {
    out.insert(hit.article.id + "+" + std::to_string(hit.duplicates.size()));
  }
  return out;
}

}  // namespace

TEST_CASE("stories: every article is a hit where duplicates are shown") {
  const SearchResult result = wires().searcher().search(request(Duplicates::show));
  CHECK(result.hits.size() == 9);
  for (const Hit& hit : result.hits) CHECK(hit.duplicates.empty());
}

TEST_CASE("stories: one article stands for a story and names the others") {
  const SearchResult result = wires().searcher().search(request(Duplicates::hide));
  CHECK(result.total == 9);
  CHECK(result.hits.size() == 6);
  const std::set<std::string> found = stories(result);
  CHECK(found.contains("r1+0"));
  CHECK((found.contains("r4+1") || found.contains("r4-mirror+1")));
}

TEST_CASE("stories: of equally good copies the first that was published stands for all") {
  const SearchResult result = wires().searcher().search(request(Duplicates::hide));
  const auto hit = std::find_if(result.hits.begin(), result.hits.end(),
                                [](const Hit& each) { return each.article.title == "Two"; });
  REQUIRE(hit != result.hits.end());
  CHECK(hit->article.id == "r2-courier");
  REQUIRE(hit->duplicates.size() == 2);
  std::set<std::string> others;
  for (const Duplicate& other : hit->duplicates) others.insert(other.id + " " + other.outlet);
  CHECK(others == std::set<std::string>{"r2 Coastwire", "r2-mirror Mirror"});
}

TEST_CASE("stories: only those that several articles tell") {
  const SearchResult result = wires().searcher().search(request(Duplicates::only));
  CHECK(result.hits.size() == 2);
  CHECK(result.total == 2);
  CHECK(result.total_is_exact);
}

TEST_CASE("stories: pages of any size hold each story once, with its rank") {
  const SearchResult whole = wires().searcher().search(request(Duplicates::hide));
  for (std::size_t limit = 1; limit <= 4; ++limit) {
    CAPTURE(limit);
    std::string ids;
    std::uint64_t rank = 0;
    for (std::size_t offset = 0; offset < 8; offset += limit) {
      const SearchResult page = wires().searcher().search(request(Duplicates::hide, offset, limit));
      for (const Hit& hit : page.hits) CHECK(hit.rank == ++rank);
      if (!page.hits.empty()) ids += (ids.empty() ? "" : " ") + ids_of(page);
    }
    CHECK(ids == ids_of(whole));
  }
}

TEST_CASE("stories: copies are named though a filter leaves them out") {
  SearchRequest only_courier = request(Duplicates::hide);
  only_courier.filters = {{SearchField::outlet, "Courier"}};
  const SearchResult result = wires().searcher().search(only_courier);
  CHECK(stories(result) == std::set<std::string>{"r2-courier+2"});
}

TEST_CASE("stories: counting them looks at all matches") {
  SearchRequest count = request(Duplicates::hide, 0, 0);
  count.count_exactly = true;
  const SearchResult result = wires().searcher().search(count);
  CHECK(result.total == 6);
  CHECK(result.total_is_exact);
  CHECK(result.hits.empty());
}

TEST_CASE("stories: more copies than were asked for cost another look") {
  std::vector<std::string> lines;
  for (int i = 0; i < 90; ++i) lines.push_back(article("c" + std::to_string(i), "Two", report(2)));
  lines.push_back(article("last", "Other", "A ferry. " + report(7) + report(8) + report(9)));
  const SmallIndex index(lines);
  const SearchResult result = index.searcher().search(request(Duplicates::hide, 0, 2));
  REQUIRE(result.hits.size() == 2);
  CHECK(result.hits[0].duplicates.size() + result.hits[1].duplicates.size() == 89);
}

TEST_CASE("stories: sorted by date, the first that comes stands for a story, on whatever page") {
  SearchRequest newest = request(Duplicates::hide);
  newest.sort = SortOrder::newest;
  const SearchResult whole = wires().searcher().search(newest);
  REQUIRE(whole.hits.size() == 6);
  CHECK(whole.hits.front().article.id == "r2-mirror");
  newest.limit = 1;
  CHECK(ids_of(wires().searcher().search(newest)) == "r2-mirror");
}
