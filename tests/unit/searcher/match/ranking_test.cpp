// SPDX-License-Identifier: GPL-3.0-or-later
// In which order a search gives what it finds, and how many.
#include "indexer/build/intent.hpp"
#include "news/index/schema.hpp"
#include "searcher/match/searcher.hpp"
#include "tests/support/small_index.hpp"

#include <algorithm>

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace news;
using namespace news::test;

namespace {

/// Articles "a00", "a01" ... that differ in nothing but their ids and days.
std::vector<std::string> like_articles(int count) {
  std::vector<std::string> lines;
  for (int i = 0; i < count; ++i) {
    lines.push_back(article(fmt::format("a{:02}", i), "Ferry", "The ferry sailed.",
                            fmt::format(R"("date":"2005-11-{:02}")", i % 28 + 1)));
  }
  return lines;
}

SearchRequest page(std::string_view query, std::size_t offset, std::size_t limit) {
  SearchRequest request = request_for(query);
  request.offset = offset;
  request.limit = limit;
  return request;
}

SearchRequest sorted(std::string_view query, SortOrder order) {
  SearchRequest request = request_for(query);
  request.sort = order;
  return request;
}

SearchResult search(const SmallIndex& index, const SearchRequest& request) {
  return index.searcher().search(request);
}

const SmallIndex& dated_news() {
  static const SmallIndex index({
      article("noon", "T", "ferry", R"("date":"2005-11-20T12:00:00Z")"),
      article("undated", "T", "ferry ferry ferry reef"),
      article("east", "T", "ferry", R"("date":"2005-11-20T12:00:00+05:00")"),
      article("old", "T", "ferry reef", R"("date":"1950-03-01")"),
      article("year", "T", "ferry", R"("date":"2005")"),
  });
  return index;
}

/// Two indexes that hold versions of one article, as a reader sees them while an update is being
/// finished.
struct UnfinishedUpdate {
  SmallIndex older{{article("same", "Ferry", "The old text of the ferry.",
                            R"("url":"https://a.example/same")")}};
  SmallIndex newer{
      {article("same", "Ferry", "The new text of the ferry.", R"("url":"https://a.example/same")"),
       article("other", "Ferry", "Another ferry.")}};

  SearchResult search(const SearchRequest& request) const {
    return Searcher({older.path(), newer.path()}, SmallIndex::today).search(request);
  }
};

}  // namespace

TEST_CASE("ranking: more words and more often is better") {
  const SmallIndex index({
      article("one", "T", "ferry harbour wall mole"),
      article("often", "T", "ferry ferry ferry mole"),
      article("both", "T", "ferry reef wall mole"),
      article("rare", "T", "reef harbour wall mole"),
  });
  CHECK(index.ids("ferry reef") == "both rare often one");
  CHECK(index.ids("ferry") == "often one both");
}

TEST_CASE("ranking: the short article before the long") {
  std::string longer = "ferry";
  for (int i = 0; i < 200; ++i) longer += fmt::format(" filler{}", i);
  const SmallIndex index({article("long", "T", longer), article("short", "T", "ferry reef")});
  CHECK(index.ids("ferry") == "short long");
}

TEST_CASE("ranking: the parts of a word score higher where they stand together") {
  const SmallIndex index({
      article("apart", "T", "covid and then 19"),
      article("together", "T", "then and covid-19"),
  });
  CHECK(index.ids("COVID-19") == "together apart");
}

TEST_CASE("ranking: a filter changes no score") {
  const SmallIndex index({article("a", "T", "ferry", R"("source":"Courier")"),
                          article("b", "T", "ferry reef", R"("source":"Herald")")});
  const double alone = search(index, request_for("ferry")).hits.at(0).score;
  const SearchResult only = search(index, request_for("ferry outlet:courier"));
  REQUIRE(only.hits.size() == 1);
  CHECK(only.hits[0].score == doctest::Approx(alone));
  CHECK(search(index, request_for("outlet:courier outlet:herald")).hits.at(0).score == 0);
  CHECK(search(index, request_for("outlet:courier")).hits.at(0).score == 0);
  const SearchResult either = search(index, request_for("reef OR outlet:courier"));
  REQUIRE(either.hits.size() == 2);
  CHECK(either.hits[1].score == 0);
}

TEST_CASE("ranking: equal articles are in the same order however the index is divided") {
  const std::vector<std::string> lines = like_articles(30);
  const auto divided = [&lines](std::initializer_list<std::ptrdiff_t> parts) {
    SmallIndex index;
    for (const std::ptrdiff_t part : parts) {
      const auto first = lines.begin() + part * 10;
      index.add(fmt::format("part{}.jsonl", part), {first, first + 10});
    }
    return index.ids(page("ferry", 0, 100));
  };
  const std::string ids = divided({2, 0, 1});
  CHECK(std::count(ids.begin(), ids.end(), ' ') == 29);
  CHECK(ids == divided({0, 1, 2}));
}

TEST_CASE("ranking: groups of equal articles are in one order, wherever the best are cut off") {
  // Of one score each: 60, 30 and 150 articles, more than are put in a better order at once.
  std::vector<std::string> lines;
  for (int i = 0; i < 240; ++i) {
    const int ferries = i < 60 ? 3 : i < 90 ? 2 : 1;
    std::string body;
    for (int word = 0; word < 4; ++word) body += word < ferries ? "ferry " : "mole ";
    lines.push_back(article(fmt::format("a{:03}", i), "News", body));
  }
  const SmallIndex whole(lines);
  SmallIndex divided;
  divided.add("c.jsonl", {lines.begin() + 150, lines.end()});
  divided.add("a.jsonl", {lines.begin(), lines.begin() + 70});
  divided.add("b.jsonl", {lines.begin() + 70, lines.begin() + 150});
  const auto ids = [](const SmallIndex& index, std::size_t offset, std::size_t limit) {
    SearchRequest request = page("ferry", offset, limit);
    request.ranking.title = 0;
    return index.ids(request);
  };
  const std::string first = ids(whole, 0, 60);
  CHECK(std::count(first.begin(), first.end(), ' ') == 59);
  for (const std::size_t limit : {5U, 10U, 59U, 60U, 61U, 90U, 100U, 130U, 240U}) {
    CAPTURE(limit);
    const std::string best = ids(divided, 0, limit);
    CHECK(ids(divided, 0, 240).starts_with(best));
  }
  for (const std::size_t offset : {50U, 85U, 95U, 115U, 200U}) {
    CAPTURE(offset);
    CHECK(ids(divided, 0, 240).find(ids(divided, offset, 10)) != std::string::npos);
  }
}

TEST_CASE("ranking: equal articles of one source are in its order") {
  const SmallIndex index(like_articles(12));
  CHECK(index.ids(page("ferry", 0, 4)) == "a00 a01 a02 a03");
}

TEST_CASE("ranking: several indexes are searched as one") {
  const SmallIndex left({article("l1", "T", "ferry reef"), article("l2", "T", "ferry")});
  const SmallIndex right({article("r1", "T", "ferry ferry reef"), article("r2", "T", "mole")});
  SmallIndex both({article("l1", "T", "ferry reef"), article("l2", "T", "ferry")});
  both.add("right.jsonl", {article("r1", "T", "ferry ferry reef"), article("r2", "T", "mole")});
  Searcher searcher({left.path(), right.path()}, SmallIndex::today);
  const SearchResult result = searcher.search(request_for("ferry reef"));
  const SearchResult expected = search(both, request_for("ferry reef"));
  CHECK(ids_of(result) == "r1 l1 l2");
  CHECK(ids_of(expected) == "r1 l1 l2");
  CHECK(result.hits.at(0).score == doctest::Approx(expected.hits.at(0).score));
  CHECK(searcher.find_by_id("r2").size() == 1);
}

TEST_CASE("ranking: pages are parts of the whole and ranks go on") {
  const SmallIndex index(like_articles(25));
  const std::string all = index.ids(page("ferry", 0, 25));
  std::string joined;
  for (std::size_t offset = 0; offset < 30; offset += 7) {
    const SearchResult result = search(index, page("ferry", offset, 7));
    CHECK(result.total == 25);
    for (std::size_t i = 0; i < result.hits.size(); ++i) {
      CHECK(result.hits[i].rank == offset + i + 1);
    }
    const std::string ids = ids_of(result);
    if (!ids.empty()) joined += (joined.empty() ? "" : " ") + ids;
  }
  CHECK(joined == all);
  CHECK(index.ids(page("ferry", 25, 10)) == "");
  CHECK(index.ids(page("ferry", 1'000'000, 1'000'000)) == "");
  CHECK(index.ids(page("ferry", 0, 1'000'000)) == all);
}

TEST_CASE("ranking: no hits are asked for but their number") {
  const SmallIndex index(like_articles(12));
  SearchRequest request = page("ferry", 0, 0);
  request.count_exactly = true;
  const SearchResult result = search(index, request);
  CHECK(result.hits.empty());
  CHECK(result.total == 12);
  CHECK(result.total_is_exact);
}

TEST_CASE("ranking: up to a thousand matches the total is exact") {
  std::vector<std::string> lines;
  for (int i = 0; i < 1400; ++i) {
    lines.push_back(article(fmt::format("n{}", i), "T", i % 2 == 0 ? "ferry reef" : "ferry mole"));
  }
  const SmallIndex index(lines);
  const SearchResult result = search(index, request_for("reef -mole"));
  CHECK(result.total == 700);
  CHECK(result.total_is_exact);
  SearchRequest request = request_for("ferry (reef OR mole)");
  request.count_exactly = true;
  CHECK(search(index, request).total == 1400);
  CHECK(search(index, request).total_is_exact);
}

TEST_CASE("ranking: by date with those that have none last") {
  CHECK(dated_news().ids(sorted("ferry", SortOrder::newest)) == "noon east year old undated");
  CHECK(dated_news().ids(sorted("ferry", SortOrder::oldest)) == "old year east noon undated");
  CHECK(dated_news().ids(sorted("reef", SortOrder::newest)) == "old undated");
}

TEST_CASE("ranking: without words the newest come first") {
  CHECK(dated_news().ids("-reef") == "noon east year");
  CHECK(dated_news().ids("lang:en") == "noon east year old undated");
  CHECK(dated_news().ids("-title:ferry") == "noon east year old undated");
  CHECK(dated_news().ids(sorted("lang:en", SortOrder::oldest)) == "old year east noon undated");
}

TEST_CASE("ranking: a replaced version that is still there is not shown beside the new one") {
  UnfinishedUpdate update;
  CHECK(update.search(request_for("ferry")).hits.size() == 3);
  write_intent(IndexDirectory(update.newer.path()),
               {.published_segment = "", .deletions = {}, .forgotten_sources = {"x"}});
  SearchRequest request = request_for("ferry");
  CHECK(update.search(request).hits.size() == 2);
  CHECK(update.search(request).total == 2);
  request.facets = {FacetField::language};
  CHECK(update.search(request).total == 2);
  CHECK(update.search(request).facets.front().counts == std::vector<FacetCount>{{"en", 2}});
}

TEST_CASE("ranking: an article that was read again is there once") {
  SmallIndex index({article("a", "Ferry", "The old ferry.", R"("date":"2005-01-01")")});
  index.add("news.jsonl", {article("a", "Ferry", "The new ferry.", R"("date":"2005-01-01")")});
  const SearchResult result = search(index, request_for("ferry"));
  REQUIRE(result.hits.size() == 1);
  CHECK(result.hits[0].article.body == "The new ferry.");
  CHECK(index.ids("old") == "");
  CHECK(index.searcher().find_by_id("a").size() == 1);
}

TEST_CASE("ranking: a searcher that was open while the index changed goes on") {
  SmallIndex index({article("a", "Ferry", "The ferry.")});
  Searcher searcher = index.searcher();
  for (int round = 0; round < 2; ++round) {
    index.add("news.jsonl", {article("a", "Ferry", fmt::format("The ferry no {}.", round))});
    CHECK(ids_of(searcher.search(request_for("ferry"))) == "a");
  }
}
