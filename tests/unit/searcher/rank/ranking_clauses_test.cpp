// SPDX-License-Identifier: GPL-3.0-or-later
// What each part of a profile does to the order of hits, and that the parts add up.
#include "searcher/rank/ranking_clauses.hpp"

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

SearchResult search(const SmallIndex& index, std::string_view query,
                    const RankingProfile& profile) {
  SearchRequest request = request_for(query);
  request.ranking = profile;
  request.explain = true;
  return index.searcher().search(request);
}

std::string ids(const SmallIndex& index, std::string_view query, const RankingProfile& profile) {
  return ids_of(search(index, query, profile));
}

std::string part_names(const SearchResult& result) {
  std::string names;
  for (const ScorePart& part : result.hits.at(0).score_parts) {
    names += (names.empty() ? "" : " ") + std::string(part.name);
  }
  return names;
}

}  // namespace

TEST_CASE("ranking clauses: a word in the title counts more") {
  const SmallIndex index(
      {article("body", "Harbour notes", "A ferry and a mole were seen."),
       article("title", "Ferries return", "Boats and moles were seen all day.")});
  CHECK(ids(index, "ferry", words_only) == "body title");
  CHECK(ids(index, "ferry", with(&RankingProfile::title, 2)) == "title body");
}

TEST_CASE("ranking clauses: words side by side count more") {
  const SmallIndex index({article("apart", "T", "The wall of the old harbour fell."),
                          article("together", "T", "The harbour wall fell on the old pier road.")});
  CHECK(ids(index, "harbour wall", words_only) == "apart together");
  CHECK(ids(index, "harbour wall", with(&RankingProfile::proximity, 1)) == "together apart");
  CHECK(ids(index, "wall harbour", with(&RankingProfile::proximity, 1)) == "apart together");
}

TEST_CASE("ranking clauses: words are side by side only where the query has them so") {
  const SmallIndex index({article("a", "T", "harbour wall")});
  struct Row {
    const char* query;
    const char* parts;
  };
  const Row rows[] = {
      {"harbour wall", "words proximity"}, {"harbour the wall", "words"},
      {"harbour OR wall", "words"},        {"harbour \"wall\"", "words"},
      {"harbour -reef wall", "words"},     {"harbour title:t wall", "words"},
      {"harbour harbour", "words"},        {"harbour lighthouse", "words"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.query);
    CHECK(part_names(search(index, row.query, with(&RankingProfile::proximity, 1))) == row.parts);
  }
}

TEST_CASE("ranking clauses: long queries leave positions alone") {
  const SmallIndex index({article("a", "T", "harbour wall")});
  std::string query = "harbour wall";
  for (std::size_t i = 2; i < RankingClauses::max_proximity_words; ++i) {
    query += fmt::format(" w{}", i);
  }
  const RankingProfile profile = with(&RankingProfile::proximity, 1);
  CHECK(part_names(search(index, query, profile)) == "words proximity");
  CHECK(part_names(search(index, query + " more", profile)) == "words");
}

TEST_CASE("ranking clauses: coverage prefers more of the words to one word often") {
  const SmallIndex index({article("often", "T", "ferry ferry ferry ferry ferry ferry"),
                          article("both", "T",
                                  "ferry pier and then a very long tale of other things "
                                  "that happened to people on the quay at night"),
                          article("c", "T", "mole"), article("d", "T", "pier"),
                          article("e", "T", "pier mole"), article("f", "T", "pier gate")});
  CHECK(ids(index, "ferry pier", words_only).starts_with("often both"));
  CHECK(ids(index, "ferry pier", with(&RankingProfile::coverage, 2)).starts_with("both often"));
}

TEST_CASE("ranking clauses: the parts add up to the score") {
  const SmallIndex index({
      article("a", "Harbour wall", "The harbour wall at Norwick fell in the storm. Divers came.",
              R"("date":"2005-11-18")"),
      article("b", "Storm", "The storm took the wall. Divers of Norwick looked at the harbour.",
              R"("date":"2004-01-01")"),
      article("c", "Quiet", "No storm at all."),
      article("d", "Market", "Fish was sold."),
      article("e", "Market", "Bread was sold."),
  });
  RankingProfile profile{.coverage = 0.3, .recency = 0.5};
  const SearchResult result = search(index, "harbour wall storm", profile);
  CHECK(part_names(result).starts_with("words title proximity coverage recency"));
  REQUIRE(result.hits.size() == 3);
  for (const Hit& hit : result.hits) {
    CAPTURE(hit.article.id);
    double sum = 0;
    for (const ScorePart& part : hit.score_parts) sum += part.score;
    CHECK(sum == doctest::Approx(hit.score));
  }
}

TEST_CASE("ranking clauses: no part finds anything by itself") {
  const SmallIndex index({article("a", "Harbour", "wall"), article("b", "T", "wall ferry")});
  const RankingProfile profile{.title = 1, .proximity = 1, .coverage = 1, .recency = 1};
  CHECK(ids(index, "+ferry AND wall", profile) == "b");
  CHECK(search(index, "ferry", profile).total == 1);
}

TEST_CASE("ranking clauses: sorted by date there is nothing to rank") {
  const SmallIndex index({article("a", "Harbour wall", "harbour wall")});
  SearchRequest request = request_for("harbour wall");
  request.sort = SortOrder::newest;
  request.explain = true;
  CHECK(part_names(index.searcher().search(request)) == "words");
}
