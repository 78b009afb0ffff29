// SPDX-License-Identifier: GPL-3.0-or-later
// Facets, and articles that are like one, as the searcher answers them.
#include "news/base/error.hpp"
#include "tests/support/small_index.hpp"

#include <algorithm>

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace news;
using namespace news::test;

namespace {

const SmallIndex& harbour_news() {
  static const SmallIndex index({
      article("wall", "Harbour wall gives way", "The harbour wall fell in the storm at night.",
              R"("source":"Courier","topics":["storms","harbour"],"date":"2005-11-18")"),
      article("divers", "Divers at the wall", "Divers looked at the harbour wall after the storm.",
              R"("source":"Courier","topics":["harbour"],"date":"2005-11-20")"),
      article("fair", "Flower fair", "Roses and tulips were shown at the fair.",
              R"("source":"Herald","date":"2005-11-20")"),
      article("mole", "Die Mole", "Die alte Mole.", R"("language":"de","source":"Courier")"),
  });
  return index;
}

SearchResult search(const SearchRequest& request, const SmallIndex& index = harbour_news()) {
  return index.searcher().search(request);
}

/// "Courier 2, Herald 1"
std::string facet(FacetField field, SearchRequest request) {
  request.facets = {field};
  request.limit = 0;
  std::string out;
  const SearchResult result = search(request);
  for (const FacetCount& count : result.facets.front().counts) {
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", count.value, count.count);
  }
  return out;
}

std::string like(const std::string& id, const std::string& query = "") {
  SearchRequest request = request_for(query);
  request.like_id = id;
  return harbour_news().ids(request);
}

}  // namespace

TEST_CASE("searcher counts: facets are of all matches") {
  CHECK(facet(FacetField::outlet, request_for("-zeppelin")) == "Courier 3, Herald 1");
  CHECK(facet(FacetField::outlet, request_for("storm")) == "Courier 2");
  CHECK(facet(FacetField::topic, request_for("wall")) == "harbour 2, storms 1");
  CHECK(facet(FacetField::language, request_for("outlet:courier")) == "en 2, de 1");
  CHECK(facet(FacetField::month, request_for("-roses")) == "2005-11 2");
}

TEST_CASE("searcher counts: facets agree with filters") {
  SearchRequest request = request_for("the");
  request.filters = {{SearchField::date, "2005-11-20.."}};
  CHECK(facet(FacetField::outlet, request) == "Courier 1, Herald 1");
}

TEST_CASE("searcher counts: the total is exact, with hits and without, at any offset") {
  std::vector<std::string> lines;
  for (int i = 0; i < 1500; ++i) {
    lines.push_back(article(fmt::format("f{}", i), "T", i % 2 == 0 ? "ferry reef" : "ferry",
                            R"("source":"Courier")"));
  }
  const SmallIndex index(lines);
  SearchRequest request = request_for("ferry OR reef");
  request.facets = {FacetField::outlet};
  for (const std::size_t limit : {0U, 5U}) {
    for (const std::size_t offset : {0U, 1498U, 5000U}) {
      CAPTURE(limit);
      CAPTURE(offset);
      request.limit = limit;
      request.offset = offset;
      const SearchResult result = search(request, index);
      CHECK(result.total == 1500);
      CHECK(result.total_is_exact);
      CHECK(result.facets.front().counts.front().count == 1500);
      CHECK(result.hits.size() ==
            std::min<std::size_t>(limit, 1500 - std::min<std::size_t>(offset, 1500)));
    }
  }
}

TEST_CASE("searcher counts: several segments are counted as one index") {
  SmallIndex index({article("a", "Ferry", "The ferry.", R"("source":"Courier")")});
  index.add("more.jsonl", {article("b", "Ferry", "Another ferry.", R"("source":"Courier")"),
                           article("c", "Ferry", "A third ferry.", R"("source":"Herald")")});
  SearchRequest request = request_for("ferry");
  request.facets = {FacetField::outlet};
  const SearchResult result = search(request, index);
  CHECK(result.facets.front().counts == std::vector<FacetCount>{{"Courier", 2}, {"Herald", 1}});
  CHECK(result.hits.size() == 3);
}

TEST_CASE("searcher counts: what is not asked for is not counted") {
  const SearchResult result = search(request_for("wall"));
  CHECK(result.facets.empty());
  CHECK_FALSE(result.timeline);
}

TEST_CASE("searcher: articles like one share its telling words and are not it") {
  CHECK(like("wall") == "divers");
  CHECK(like("divers") == "wall");
}

TEST_CASE("searcher: a query and filters narrow down what is like an article") {
  CHECK(like("wall", "divers") == "divers");
  CHECK(like("wall", "tulips") == "");
  CHECK(like("wall", "outlet:herald") == "");
}

TEST_CASE("searcher: words that another article has not lead nowhere") {
  SearchRequest request;
  request.like_id = "mole";
  const SearchResult result = search(request);
  CHECK(result.hits.empty());
  CHECK(result.notes == std::vector<std::string>{"no other article has a word of 'mole'"});
}

TEST_CASE("searcher: what an article is compared by is told and lights up") {
  SearchRequest request;
  request.like_id = "wall";
  const SearchResult result = search(request);
  CHECK(result.read_as.starts_with("like wall: "));
  CHECK(result.read_as.find("harbour") != std::string::npos);
  CHECK(result.read_as.find("the") == std::string::npos);
  REQUIRE(result.hits.size() == 1);
  CHECK_FALSE(result.hits.front().snippet.highlights.empty());
}

TEST_CASE("searcher: an id that no article has is an error with a remedy") {
  SearchRequest request;
  request.like_id = "nowhere";
  CHECK_THROWS_WITH_AS(search(request), "--like: no article has the id 'nowhere'", UsageError);
}
