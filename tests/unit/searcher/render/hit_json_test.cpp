// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/hit_json.hpp"

#include "news/cli/json_line.hpp"
#include "tests/support/hits.hpp"

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

nlohmann::ordered_json snippet_of(std::string text, std::vector<ByteRange> highlights) {
  Hit hit;
  hit.snippet = {.text = std::move(text), .highlights = std::move(highlights)};
  return hit_json(hit)["snippet"];
}

}  // namespace

TEST_CASE("hit json: every field in the order of the schema") {
  CHECK(json_line(hit_json(full_hit())) ==
        R"({"rank":3,"id":"f1","score":12.5,"title":"Ferry late",)"
        R"("url":"https://courier.example.org/ferry","outlet":"Norwick Courier",)"
        R"("authors":["Ada Marsh","Jon Reed"],"published":"2005-11-20T05:36:10+01:00",)"
        R"("section":"Local","language":"en","topics":["boats","storms"],)"
        R"("origin":"/news/a.zip!b.json#2",)"
        R"("snippet":{"text":"A café on the ferry.","highlights":[[2,6],[14,19]]}})");
}

TEST_CASE("hit json: what a score is made of") {
  Hit hit = full_hit();
  CHECK_FALSE(hit_json(hit).contains("score_parts"));
  hit.score_parts = {{"words", 10}, {"title", 2.5}};
  CHECK(hit_json(hit)["score_parts"].dump() == R"({"words":10.0,"title":2.5})");
}

TEST_CASE("hit json: absent fields are left out") {
  CHECK(json_line(hit_json(bare_hit())) ==
        R"({"rank":1,"id":"news.jsonl#1","score":0.0,"title":"Fog",)"
        R"("origin":"/news/news.jsonl#1","snippet":{"text":"","highlights":[]}})");
}

TEST_CASE("hit json: highlights are in code points") {
  CHECK(snippet_of("abc", {{0, 3}})["highlights"].dump() == "[[0,3]]");
  CHECK(snippet_of("\U0001F6A2\u6E21\u8F2A e\u0301", {{4, 10}, {11, 14}})["highlights"].dump() ==
        "[[1,3],[4,6]]");
  CHECK(snippet_of("ab", {{0, 1}, {1, 2}})["highlights"].dump() == "[[0,1],[1,2]]");
}

TEST_CASE("hit json: control characters are escaped and line ends cannot break a line") {
  Hit hit = bare_hit();
  hit.article.title = "a\nb\033[31m\"\\";
  const std::string line = json_line(hit_json(hit));
  CHECK(line.find(R"("title":"a\nb\u001b[31m\"\\")") != std::string::npos);
  CHECK(line.find('\n') == std::string::npos);
}

TEST_CASE("hit json: file names that are no UTF-8 are repaired") {
  Hit hit = bare_hit();
  hit.article.origin.path = "/n\xFFws";
  CHECK(json_line(hit_json(hit)).find("\"origin\":\"/n\uFFFDws#1\"") != std::string::npos);
}

TEST_CASE("hit json: duplicates by id, and outlet where it is known") {
  Hit hit = bare_hit();
  hit.duplicates = {{"c7", "Coast Radio"}, {"x9", ""}};
  CHECK(hit_json(hit)["duplicates"].dump() ==
        R"([{"id":"c7","outlet":"Coast Radio"},{"id":"x9"}])");
}
