// SPDX-License-Identifier: GPL-3.0-or-later
// What each part of a profile does to the order of hits, and that the parts add up.
#include "searcher/rank/reranker.hpp"

#include "tests/support/small_index.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace news;
using namespace news::test;

namespace {

constexpr RankingProfile words_only{.title = 0, .proximity = 0, .feedback_weight = 0};

RankingProfile with(double RankingProfile::*part, double weight) {
  RankingProfile profile = words_only;
  profile.*part = weight;
  return profile;
}

SearchRequest explained(std::string_view query, const RankingProfile& profile) {
  SearchRequest request = request_for(query);
  request.ranking = profile;
  request.explain = true;
  return request;
}

SearchResult search(const SmallIndex& index, std::string_view query,
                    const RankingProfile& profile) {
  return index.searcher().search(explained(query, profile));
}

std::string ids(const SmallIndex& index, std::string_view query, const RankingProfile& profile) {
  return ids_of(search(index, query, profile));
}

double part_of(const Hit& hit, std::string_view name) {
  for (const ScorePart& part : hit.score_parts) {
    if (part.name == name) return part.score;
  }
  return 0;
}

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

}  // namespace

TEST_CASE("reranker: a word in the title counts more") {
  const SmallIndex index(
      {article("body", "Harbour notes", "A ferry and a mole were seen."),
       article("title", "Ferries return", "Boats and moles were seen all day by many.")});
  CHECK(ids(index, "ferry", words_only) == "body title");
  CHECK(ids(index, "ferry", with(&RankingProfile::title, 2)) == "title body");
}

TEST_CASE("reranker: words side by side count more, in the query's order") {
  const SmallIndex index({
      article("apart", "T", "The wall of the old harbour fell."),
      article("together", "T", "The harbour wall fell on the old pier road."),
  });
  CHECK(ids(index, "harbour wall", words_only) == "apart together");
  CHECK(ids(index, "harbour wall", with(&RankingProfile::proximity, 1)) == "together apart");
  CHECK(ids(index, "wall harbour", with(&RankingProfile::proximity, 1)) == "apart together");
}

TEST_CASE("reranker: words are side by side only where the query has them so") {
  const SmallIndex index({article("a", "T", "harbour wall")});
  struct Row {
    const char* query;
    bool counts;
  };
  const Row rows[] = {{"harbour wall", true},         {"harbour the wall", false},
                      {"harbour OR wall", false},     {"harbour \"wall\"", false},
                      {"harbour -reef wall", false},  {"harbour title:t wall", false},
                      {"harbour harbour", false},     {"harbour lighthouse", false},
                      {"one two harbour wall", true}, {"1 2 3 harbour wall", false}};
  for (const Row& row : rows) {
    CAPTURE(std::string(row.query));
    const SearchResult result = search(index, row.query, with(&RankingProfile::proximity, 1));
    CHECK((part_of(result.hits.at(0), "proximity") > 0) == row.counts);
  }
}

TEST_CASE("reranker: coverage prefers more of the words to one word often") {
  const SmallIndex index({
      article("often", "T", "ferry ferry ferry ferry ferry ferry"),
      article("both", "T",
              "ferry pier and then a very long tale of other things that happened to people on "
              "the quay at night"),
      article("c", "T", "mole"),
      article("d", "T", "pier"),
      article("e", "T", "pier mole"),
      article("f", "T", "pier gate"),
  });
  CHECK(ids(index, "ferry pier", words_only).starts_with("often both"));
  CHECK(ids(index, "ferry pier", with(&RankingProfile::coverage, 5)).starts_with("both often"));
}

TEST_CASE("reranker: recency halves with every half-life; nothing without a date or to come") {
  RankingProfile profile = with(&RankingProfile::recency, 1);
  profile.recency_half_life_days = 30;
  const SearchResult result = search(dated_news(), "ferry", profile);
  CHECK(ids_of(result).starts_with("today month"));
  const double full = part_of(result.hits.at(0), "recency");
  CHECK(full > 0);
  CHECK(part_of(result.hits.at(1), "recency") == doctest::Approx(full / 2));
  for (const Hit& hit : result.hits) {
    CAPTURE(hit.article.id);
    const bool without = hit.article.id == "undated" || hit.article.id == "future";
    if (without) CHECK(part_of(hit, "recency") == 0);
    if (hit.article.id == "old") CHECK(part_of(hit, "recency") < full / 1000);
  }
}

TEST_CASE("reranker: the parts add up to the score") {
  const SmallIndex index({
      article("a", "Harbour wall", "The harbour wall at Norwick fell in the storm. Divers came.",
              R"("date":"2005-11-18")"),
      article("b", "Storm", "The storm took the wall. Divers of Norwick looked at the harbour.",
              R"("date":"2004-01-01")"),
      article("c", "Quiet", "No storm at all."),
      article("d", "Market", "Fish was sold."),
      article("e", "Market", "Bread was sold."),
  });
  const RankingProfile profile{.coverage = 0.3, .recency = 0.5};
  const SearchResult result = search(index, "harbour wall storm", profile);
  REQUIRE(result.hits.size() == 3);
  for (const char* part : {"words", "title", "proximity", "coverage", "recency"}) {
    CAPTURE(part);
    CHECK(part_of(result.hits[0], part) > 0);
  }
  for (const Hit& hit : result.hits) {
    CAPTURE(hit.article.id);
    double sum = 0;
    for (const ScorePart& part : hit.score_parts) sum += part.score;
    CHECK(sum == doctest::Approx(hit.score));
  }
}

TEST_CASE("reranker: finds nothing by itself") {
  const SmallIndex index({article("a", "Ferry", "wall"), article("b", "T", "wall reef")});
  const RankingProfile profile{.title = 1, .proximity = 1, .coverage = 1, .recency = 1};
  CHECK(ids(index, "ferry AND reef", profile) == "");
  CHECK(search(index, "reef", profile).total == 1);
}

TEST_CASE("reranker: beyond its depth hits follow by their words alone, on any page") {
  std::vector<std::string> lines;
  for (int i = 0; i < 230; ++i) {
    const bool last = i == 229;
    lines.push_back(article(fmt::format("n{}", i), last ? "Ferry" : "T",
                            "ferry " + std::string(last ? "reef reef reef reef" : "reef")));
  }
  const SmallIndex index(lines);
  SearchRequest request = explained("ferry", with(&RankingProfile::title, 1));
  request.limit = 230;
  const SearchResult all = index.searcher().search(request);
  REQUIRE(all.hits.size() == 230);
  for (std::size_t i = 1; i < all.hits.size(); ++i) {
    CHECK(all.hits[i - 1].score >= all.hits[i].score);
  }
  request.offset = 190;
  request.limit = 20;
  const SearchResult page = index.searcher().search(request);
  REQUIRE(page.hits.size() == 20);
  for (std::size_t i = 0; i < 20; ++i) {
    CHECK(page.hits[i].article.id == all.hits[190 + i].article.id);
  }
}

TEST_CASE("reranker: sorted by date there is nothing to rank") {
  const SmallIndex index({article("a", "Harbour wall", "harbour wall")});
  SearchRequest request = explained("harbour wall", {});
  request.sort = SortOrder::newest;
  const SearchResult result = index.searcher().search(request);
  CHECK(result.hits.at(0).score_parts.size() == 1);
}
