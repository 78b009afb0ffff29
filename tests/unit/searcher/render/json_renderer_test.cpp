// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/hit_json.hpp"
#include "searcher/render/renderer.hpp"
#include "tests/support/hits.hpp"

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

const std::string fog = R"({"rank":1,"id":"news.jsonl#1","score":0.0,"title":"Fog",)"
                        R"("origin":"/news/news.jsonl#1","snippet":{"text":"","highlights":[]}})";

struct Answer {
  SearchResult result;
  std::string query_id;
};

/// All that a renderer writes for some answers.
std::string rendered(Renderer& renderer, const std::vector<Answer>& answers) {
  std::string out = renderer.begin();
  for (const Answer& answer : answers) out += renderer.result(answer.result, answer.query_id);
  return out + renderer.end();
}

}  // namespace

TEST_CASE("json renderer: one query is one object on one line") {
  CHECK(rendered(*make_json_renderer(false), {{result_of({bare_hit()}), ""}}) ==
        R"({"schema":1,"query":{"text":"ferri*","read_as":"ferri*"},"total":1,)"
        R"("total_is_exact":true,"complete":true,"seconds":0.25,"hits":[)" +
            fog + "]}\n");
}

TEST_CASE("json renderer: notes and an estimated total") {
  SearchResult result = result_of({});
  result.notes = {"one", "two"};
  result.total = 123456;
  result.total_is_exact = false;
  CHECK(rendered(*make_json_renderer(false), {{result, ""}}) ==
        R"({"schema":1,"query":{"text":"ferri*","read_as":"ferri*"},"notes":["one","two"],)"
        R"("total":123456,"total_is_exact":false,"complete":true,"seconds":0.25,"hits":[]})"
        "\n");
}

TEST_CASE("json renderer: several queries are an array") {
  const auto renderer = make_json_renderer(true);
  const std::string out =
      rendered(*renderer, {{result_of({bare_hit()}), "t1"}, {result_of({}), "t2"}});
  CHECK(out ==
        R"([
{"schema":1,"query_id":"t1","query":{"text":"ferri*","read_as":"ferri*"},"total":1,)"
        R"("total_is_exact":true,"complete":true,"seconds":0.25,"hits":[)" +
            fog +
            R"(]},
{"schema":1,"query_id":"t2","query":{"text":"ferri*","read_as":"ferri*"},"total":0,)"
            R"("total_is_exact":true,"complete":true,"seconds":0.25,"hits":[]}
]
)");
}

TEST_CASE("json renderer: no queries are an empty array") {
  CHECK(nlohmann::json::parse(rendered(*make_json_renderer(true), {})).empty());
}

TEST_CASE("json renderer: a query that is no UTF-8 is repaired") {
  SearchResult result = result_of({});
  result.query = "a\xFF";
  const auto json = nlohmann::json::parse(rendered(*make_json_renderer(false), {{result, ""}}));
  CHECK(json["query"]["text"] == "a\uFFFD");
}

TEST_CASE("json lines renderer: a hit a line") {
  CHECK(rendered(*make_json_lines_renderer(), {{result_of({bare_hit(), bare_hit()}), ""}}) ==
        fog + "\n" + fog + "\n");
  CHECK(rendered(*make_json_lines_renderer(), {{result_of({}), ""}}) == "");
}

TEST_CASE("json lines renderer: the id of the query in front where there is one") {
  CHECK(rendered(*make_json_lines_renderer(), {{result_of({bare_hit()}), "t 1"}}) ==
        R"({"query_id":"t 1",)" + fog.substr(1) + "\n");
}

TEST_CASE("json renderer: facets and a timeline") {
  const auto json =
      nlohmann::json::parse(rendered(*make_json_renderer(false), {{counted_result(), ""}}));
  CHECK(json["facets"] == nlohmann::json::parse(R"({"outlet": {"distinct": 3, "without": 0,
      "values": [{"value": "Norwick Courier", "count": 7}, {"value": "Reef, The", "count": 2}]}})"));
  CHECK(json["timeline"] == nlohmann::json::parse(R"({"unit": "month", "undated": 1, "imprecise": 2,
      "spans": [
        {"span": "2005-11", "first": "2005-11-01", "last": "2005-11-30", "hits": 6, "articles": 24,
         "share": 0.25},
        {"span": "2005-12", "first": "2005-12-01", "last": "2005-12-31", "hits": 0, "articles": 0},
        {"span": "2007-03", "first": "2007-03-01", "last": "2007-03-31", "hits": 1, "articles": 8,
         "share": 0.125}]})"));
  CHECK(json["hits"].empty());
}

TEST_CASE("json lines renderer: a count a line") {
  const std::string out = rendered(*make_json_lines_renderer(), {{counted_result(), "t1"}});
  CHECK(out.starts_with(R"({"query_id":"t1","facet":"outlet","value":"Norwick Courier","count":7})"
                        "\n"));
  CHECK(out.ends_with(R"({"query_id":"t1","timeline":"month","span":"2007-03",)"
                      R"("first":"2007-03-01","last":"2007-03-31","hits":1,"articles":8,)"
                      R"("share":0.125})"
                      "\n"));
}
