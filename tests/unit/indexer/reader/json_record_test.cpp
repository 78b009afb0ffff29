// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/json_record.hpp"

#include "news/base/utf8.hpp"
#include "tests/support/reading.hpp"

#include <random>
#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

/// The titles in a value with " / " between; the reason of what cannot be read in brackets.
std::string titles(std::string_view json) {
  std::vector<std::string> out;
  for (const Parsed& parsed : parse_json_record(json)) {
    const auto* article = std::get_if<Article>(&parsed);
    out.push_back(article != nullptr ? article->title
                                     : "[" + std::get<Unreadable>(parsed).reason + "]");
  }
  return joined(out, " / ");
}

/// The only article.
Article only(std::string_view json) {
  const std::vector<Parsed> parsed = parse_json_record(json);
  REQUIRE(parsed.size() == 1);
  REQUIRE(std::holds_alternative<Article>(parsed.front()));
  return std::get<Article>(parsed.front());
}

std::string nested(int depth, const std::string& open, const std::string& close) {
  std::string out;
  for (int i = 0; i < depth; ++i) out += open;
  for (int i = 0; i < depth; ++i) out += close;
  return out;
}

}  // namespace

TEST_CASE("json record: an object with an article's fields is one") {
  const Article article = only(
      R"({"id": 17, "headline": "A title", "text": "A body.", "byline": "By Ada Whitlock",
          "date_publish": "2011-03-12 09:30:00", "category": "World", "source": "The Post",
          "link": "https://example.com/a", "language": "en", "tags": ["flood", "bridge"]})");
  CHECK(article.id == "17");
  CHECK(article.title == "A title");
  CHECK(article.body == "A body.");
  CHECK(joined(article.authors) == "Ada Whitlock");
  CHECK(iso(article.published) == "2011-03-12T09:30:00");
  CHECK(article.section == "World");
  CHECK(article.outlet == "The Post");
  CHECK(article.url == "https://example.com/a");
  CHECK(article.language.code() == "en");
  CHECK(joined(article.topics) == "flood; bridge");
}

TEST_CASE("json record: values of any type are taken for what they say") {
  struct Row {
    std::string_view value;
    std::string outlet;
  };
  const Row rows[] = {
      {R"("The Post")", "The Post"},
      {R"({"name": "The Post"})", "The Post"},
      {R"({"@type": "Organization", "name": "The Post"})", "The Post"},
      {R"({"rendered": "The Post"})", "The Post"},
      {R"({"name": null, "domain": "post.example"})", "post.example"},
      {R"([{"name": "The Post"}, "Other"])", "The Post"},
      {R"([["The Post"]])", "The Post"},
      {"12", "12"},
      {"-12", "-12"},
      {"18446744073709551615", "18446744073709551615"},
      {"1.5", "1.5"},
      {"null", ""},
      {"true", ""},
      {"{}", ""},
      {"[]", ""},
      {R"({"other": "The Post"})", ""},
      {R"([[[[[["The Post"]]]]]])", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value);
    CHECK(only(R"({"title": "a", "outlet": )" + std::string(row.value) + "}").outlet == row.outlet);
  }
}

TEST_CASE("json record: the articles in what wraps them") {
  struct Row {
    std::string_view json;
    std::string_view titles;
  };
  const Row rows[] = {
      {R"({"articles": [{"title": "a"}, {"title": "b"}]})", "a / b"},
      {R"({"response": {"results": [{"webTitle": "a"}]}})", "a"},
      {R"({"title": "feed", "items": [{"title": "a"}]})", "a"},
      {R"({"title": "a", "text": "b", "comments": [{"title": "c"}]})", "a"},
      {R"({"_id": 1, "_source": {"title": "a"}})", "a"},
      {R"({"hits": {"hits": [{"_source": {"title": "a"}}, {"_source": {"title": "b"}}]}})",
       "a / b"},
      {R"({"articles": [], "title": "a"})", "a"},
      {R"({"title": "a", "id": 1, "parts": [{"text": "b"}, {"text": "c"}]})", "a"},
      {R"({"url": "u", "summary": "", "parts": [{"title": "b"}]})", ""},
      {R"({"id": 1, "pieces": [{"title": "a", "text": "b"}]})", "a"},
      {R"({"id": 1, "pieces": [{"text": "b"}]})",
       "[no field for a title or text; its fields: id, pieces]"},
      {R"({"contents": [{"title": "a", "text": "b"}, {"title": "c", "text": "d"}]})", "a / c"},
      {R"({"data": [[{"title": "a"}], [{"title": "b"}]]})", "a / b"},
      {R"([[{"title": "a"}], {"title": "b"}])", "a / b"},
      {R"([[[[[{"title": "a"}]]]]])", "[not a JSON object]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.json);
    CHECK(titles(row.json) == row.titles);
  }
}

TEST_CASE("json record: what services wrap a value in") {
  const Article guardian = only(
      R"({"id": "w", "webTitle": "a", "webPublicationDate": "2011-03-12T09:30:00Z",
          "fields": {"bodyText": "b", "byline": "Ada Whitlock"}})");
  CHECK(guardian.title == "a");
  CHECK(guardian.body == "b");
  CHECK(joined(guardian.authors) == "Ada Whitlock");
  CHECK(iso(guardian.published) == "2011-03-12T09:30:00+00:00");
  const Article times = only(
      R"({"headline": {"main": "a", "name": null}, "byline": {"original": "By Ada Whitlock"},
          "abstract": "b", "lead_paragraph": "c",
          "keywords": [{"name": "subject", "value": "Ferries"}, {"name": "place", "value": "Tarn"}]})");
  CHECK(times.title == "a");
  CHECK(times.body == "c");
  CHECK(joined(times.authors) == "Ada Whitlock");
  CHECK(joined(times.topics) == "Ferries; Tarn");
  CHECK(only(R"({"id": 1, "content_text": "a"})").body == "a");
}

TEST_CASE("json record: the forms of a date and of a name") {
  for (const std::string value :
       {R"({"$date": {"$numberLong": "1300000000000"}})", R"({"$date": "2011-03-13T07:06:40Z"})",
        R"("20110313T070640Z")", "1300000000"}) {
    CAPTURE(value);
    CHECK(iso(only(R"({"title": "a", "seendate": )" + value + "}").published) ==
          "2011-03-13T07:06:40+00:00");
  }
  CHECK(joined(only(R"({"title": "a", "authors": [{"first_name": "Ada", "last_name": "Whitlock"},
                        {"givenName": "Ben", "familyName": "Oake"}, {"name": "Cy Tull"},
                        "Doe, Jane"]})")
                   .authors) == "Ada Whitlock; Ben Oake; Cy Tull; Doe, Jane");
}

TEST_CASE("json record: an entry of a list is not split at commas") {
  CHECK(joined(only(R"({"title": "a", "topics": ["Paris, France"]})").topics) == "Paris, France");
  CHECK(joined(only(R"({"title": "a", "topics": "Paris, France"})").topics) == "Paris;  France");
  CHECK(joined(only(R"({"title": "a", "authors": ["Ada Whitlock, Ben Oake"]})").authors) ==
        "Ada Whitlock, Ben Oake");
}

TEST_CASE("json record: no entry beside an article goes unnamed") {
  struct Row {
    std::string_view json;
    std::string_view titles;
  };
  const Row rows[] = {
      {R"({"articles": [1, "x", null, {"title": "a"}]})",
       "[not a JSON object] / [not a JSON object] / [not a JSON object] / a"},
      {R"({"articles": [{"title": "A", "text": "one"}, {"headlin": "B", "txt": "two"}, "three",
           {"title": "C", "text": "four"}]})",
       "A / [no field for a title or text; its fields: headlin, txt] / [not a JSON object] / C"},
      {R"([{"title": "a"}, [], 3])", "a / [not a JSON object] / [not a JSON object]"},
      {R"({"articles": [{"title": "a"}], "facets": [{"count": 1}]})", "a"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.json);
    CHECK(titles(row.json) == row.titles);
  }
}

TEST_CASE("json record: the parts of a body are joined") {
  const Article article = only(
      R"({"id": "x", "title": "a", "contents": [{"content": "one", "type": "kicker"},
          {"content": "two", "mime": "text/html"}, {"type": "image"}]})");
  CHECK(article.title == "a");
  CHECK(article.body == "one\ntwo");
}

TEST_CASE("json record: what is no article is refused with a reason") {
  struct Row {
    std::string_view json;
    std::string_view titles;
  };
  const Row rows[] = {
      {"[]", "[not a JSON object]"},
      {"12", "[not a JSON object]"},
      {"\"title\"", "[not a JSON object]"},
      {"null", "[not a JSON object]"},
      {"{}", "[no field for a title or text; its fields: none]"},
      {R"({"a": 1, "b": 2})", "[no field for a title or text; its fields: a, b]"},
      {R"({"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1})",
       "[no field for a title or text; its fields: a, b, c, d, e, f, g, h, ...]"},
      {R"({"title": null})", "[no field for a title or text; its fields: title]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.json);
    CHECK(titles(row.json) == row.titles);
  }
}

TEST_CASE("json record: broken JSON is refused") {
  for (const std::string_view json :
       {"", "{", R"({"title": "a")", R"({"title": "a)", R"({"title": })", R"({title: "a"})",
        R"({'title': 'a'})", R"({"title": "a"} x)", R"({"title": "a",})", "{\"title\": \"a\nb\"}",
        "{\"title\": \"\\x\"}", "{\"title\": \"\\u12\"}", "{\"title\": NaNs}"}) {
    CAPTURE(json);
    CHECK(titles(json).starts_with("[not valid JSON: "));
  }
}

TEST_CASE("json record: what Python writes is put up with") {
  CHECK(titles(R"({"title": "a", "score": NaN})") == "a");
  CHECK(titles(R"({"title": "a", "score": [-Infinity, Infinity]})") == "a");
  CHECK(titles(R"({"title": "a NaN \" NaN", "score": NaN})") == "a NaN \" NaN");
}

TEST_CASE("json record: halves of surrogate pairs become replacement characters") {
  struct Row {
    std::string_view escapes;
    std::string_view title;
  };
  const Row rows[] = {
      {R"(\ud83d\ude00)", "\U0001F600"},
      {R"(\ud83d)", "\uFFFD"},
      {R"(\ude00)", "\uFFFD"},
      {R"(\uD83Dx\uDE00)", "\uFFFDx\uFFFD"},
      {R"(\ud83d\ud83d\ude00)", "\uFFFD\U0001F600"},
      {R"(\\ud83d)", "\\ud83d"},
      {R"(\ud83d\n)", "\uFFFD\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.escapes);
    CHECK(titles(R"({"title": ")" + std::string(row.escapes) + R"("})") == row.title);
  }
}

TEST_CASE("json record: text that is not UTF-8 is read all the same") {
  CHECK(titles("\xEF\xBB\xBF{\"title\": \"a\"}") == "a");
  CHECK(titles("{\"title\": \"caf\xE9 closed, the na\xEFve owner says\"}") ==
        "caf\u00E9 closed, the na\u00EFve owner says");
}

TEST_CASE("json record: NUL characters in a text end nothing") {
  CHECK(only("{\"title\": \"a\\u0000b\"}").title == std::string("a\0b", 3));
  CHECK(article_of("json", "{\"title\": \"a\\u0000b\"}").title == "a b");
}

TEST_CASE("json record: of keys that come twice the first is taken") {
  CHECK(titles(R"({"title": "a", "title": "b"})") == "a");
}

TEST_CASE("json record: deep nesting is refused or passed over") {
  CHECK(titles(nested(100'000, "[", "]")).starts_with("[not valid JSON: "));
  CHECK(titles(nested(100'000, "{\"a\":", "}")).starts_with("[not valid JSON: "));
  CHECK(titles("{\"title\": \"a\", \"x\": " + nested(900, "[", "]") + "}") == "a");
}

TEST_CASE("json record: any damage gives well-formed text or a reason") {
  const std::string good =
      R"({"articles": [{"title": "a\ud83d\ude00", "text": ["b", {"name": "c"}], "n": NaN}]})";
  std::mt19937 random(5);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes = good;
    for (int i = 0; i < 3; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
    if (random() % 4 == 0) bytes.resize(random() % bytes.size());
    CAPTURE(bytes);
    const auto parsed = parse_json_record(bytes);
    REQUIRE_FALSE(parsed.empty());
    if (const auto* article = std::get_if<Article>(&parsed.front())) {
      REQUIRE(utf8::is_valid(article->title));
      REQUIRE(utf8::is_valid(article->body));
    }
  }
}

TEST_CASE("json record: fields of HTML give their text") {
  const auto records = parse_json_record(
      "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Feed\", \"items\": [{"
      "\"id\": \"1\", \"title\": \"Bridge\", \"content_html\": \"<p>It <b>stays</b></p><p>closed."
      "</p>\"}]}");
  REQUIRE(records.size() == 1);
  REQUIRE(std::holds_alternative<Article>(records.front()));
  CHECK(std::get<Article>(records.front()).body == "It stays\nclosed.");
}

TEST_CASE("json record: values one behind the other are records of their own") {
  const auto records =
      parse_json_record(R"({"title": "a", "text": "x"}{"title": "b", "text": "y"})");
  REQUIRE(records.size() == 2);
  CHECK(std::get<Article>(records.back()).title == "b");
  CHECK(parse_json_record(R"({"title": "a", "text": "x"}{"title": "b)").size() == 1);
}

TEST_CASE("json record: a JSON Feed's title is the outlet of its items") {
  const std::string items = R"("items": [{"id": "1", "title": "A", "content_text": "Body."}]})";
  CHECK(only(R"({"version": "https://jsonfeed.org/version/1", "title": "The Post", )" + items)
            .outlet == "The Post");
  CHECK(only(R"({"version": "2.0", "title": "Results for bridge", )" + items).outlet.empty());
}

TEST_CASE("json record: values in a row are read wherever the text ends in memory") {
  for (std::size_t size = 1; size <= 5000; ++size) {
    const std::string row =
        R"({"title": ")" + std::string(size, 'a') + R"("} {"title": "b"} {"title": ")";
    CHECK(parse_json_record(row).size() == 1);
    CHECK(parse_json_record(row + "c\"}").size() == 3);
  }
}

TEST_CASE("json record: a title or body of HTML gives its text") {
  const Article blocks = only(R"({"title": "H &amp; x <b>q</b>", "body": "<p>One</p><p>Two</p>"})");
  CHECK(blocks.title == "H & x q");
  CHECK(blocks.body == "One\nTwo");
  CHECK(only(R"({"title": "A", "body": "AT&amp;T grew.\nIt <i>did</i>."})").body ==
        "AT&T grew.\nIt did.");
  CHECK(only(R"({"title": "A", "body": "1 < 2 & 3 > 2"})").body == "1 < 2 & 3 > 2");
  CHECK(only(R"({"title": "A", "body": "Write to <desk@example.org>."})").body ==
        "Write to <desk@example.org>.");
}
