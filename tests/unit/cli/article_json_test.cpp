// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/article_json.hpp"

#include "indexer/reader/json_record.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

Article full() {
  Article article;
  article.id = "A-1";
  article.url = "https://example.com/a";
  article.title = "A \"title\"";
  article.authors = {"Ada Whitlock", "Ben Oake"};
  article.published = Timestamp::from_iso8601("2011-03-12T09:30+01:00");
  article.modified = Timestamp::from_iso8601("2011-03");
  article.captured = Timestamp::from_iso8601("2011-04-01");
  article.outlet = "The Post";
  article.section = "World";
  article.language = *Language::parse("en");
  article.topics = {"flood"};
  article.body = "one\ntwo \u20AC";
  article.origin = Origin{"/n/x.jsonl", "x.jsonl", "m", 3};
  return article;
}

}  // namespace

TEST_CASE("article json: everything an article has in a fixed order") {
  CHECK(to_json_line(full()) ==
        R"({"id":"A-1","url":"https://example.com/a","title":"A \"title\"",)"
        R"("authors":["Ada Whitlock","Ben Oake"],"published":"2011-03-12T09:30+01:00",)"
        R"("modified":"2011-03","captured":"2011-04-01","outlet":"The Post",)"
        R"("section":"World","language":"en",)"
        R"("topics":["flood"],"body":"one\ntwo )"
        "\u20AC"
        R"(","origin":{"path":"/n/x.jsonl","member":"m","record":3}})");
}

TEST_CASE("article json: what an article has not is left out") {
  Article article;
  article.origin.path = "/n/x";
  CHECK(to_json_line(article) == R"({"id":"/n/x","origin":{"path":"/n/x"}})");
}

TEST_CASE("article json: a path that is no UTF-8 is repaired") {
  Article article;
  article.origin.path = "/n/\xFF";
  article.id = "1";
  CHECK(to_json_line(article) == "{\"id\":\"1\",\"origin\":{\"path\":\"/n/\uFFFD\"}}");
}

TEST_CASE("article json: it can be read as a source again") {
  const auto parsed = parse_json_record(to_json_line(full()));
  REQUIRE(parsed.size() == 1);
  Article again = std::get<Article>(parsed.front());
  again.origin = full().origin;
  CHECK(again == full());
}
