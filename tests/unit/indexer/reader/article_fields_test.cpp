// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/article_fields.hpp"

#include "tests/support/reading.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

using Given = std::vector<std::pair<std::string, std::vector<std::string>>>;

ArticleFields fields(const Given& given) {
  ArticleFields fields;
  for (const auto& [name, values] : given) fields.set(name, values);
  return fields;
}

Article article(const Given& given) { return fields(given).article(); }

}  // namespace

TEST_CASE("article fields: every name that data sets have for a field") {
  struct Row {
    std::vector<std::string> names;
    std::string (*field)(const Article&);
    std::string value;
  };
  const Row rows[] = {
      {{"id", "article_id", "doc-id", "docno", "guid", "uuid", "uri", "id_str", "NEWID"},
       [](const Article& a) { return a.id; },
       "A-1"},
      {{"url", "link", "articleUrl", "canonical_url", "web_url", "permalink", "source_url", "href"},
       [](const Article& a) { return a.url; },
       "https://example.com/a"},
      {{"title", "Headline", "article title", "webTitle", "head", "heading", "name"},
       [](const Article& a) { return a.title; },
       "A title"},
      {{"maintext",   "body",      "text",      "articleBody",  "full_text",   "articletext",
        "body_text",  "content",   "contents",  "content_text", "story",       "article",
        "paragraphs", "document",  "plaintext", "summary",      "description", "abstract",
        "lead",       "trailText", "snippet"},
       [](const Article& a) { return a.body; },
       "A body"},
      {{"authors", "author", "byline", "creator", "dc:creator", "writer", "journalist"},
       [](const Article& a) { return joined(a.authors); },
       "Ada Whitlock"},
      {{"date",           "published",       "datePublished",
        "publishedAt",    "publish_date",    "date_publish",
        "pubDate",        "pub_date",        "published_date",
        "published_time", "firstPublished",  "webPublicationDate",
        "datetime",       "timestamp",       "time",
        "created",        "created_at",      "date_created",
        "published_on",   "release_date",    "day",
        "seendate",       "publication_date"},
       [](const Article& a) { return iso(a.published); },
       "2011-03-12"},
      {{"modified", "dateModified", "modified_at", "date_modify", "updated", "updated_at",
        "last_modified", "lastUpdated", "date_updated"},
       [](const Article& a) { return iso(a.modified); },
       "2011-03-14"},
      {{"outlet", "publication", "publisher", "newspaper", "source_name", "source", "site_name",
        "site", "source_domain", "domain", "provider", "agency"},
       [](const Article& a) { return a.outlet; },
       "The Post"},
      {{"section", "category", "articleSection", "section_name", "desk", "channel", "news_desk"},
       [](const Article& a) { return a.section; },
       "World"},
      {{"topics", "topic", "tags", "keywords", "categories", "subjects", "subject", "tag",
        "labels"},
       [](const Article& a) { return joined(a.topics); },
       "flood"},
      {{"language", "lang", "inLanguage", "locale", "language_code"},
       [](const Article& a) { return std::string(a.language.code()); },
       "de"},
  };
  for (const Row& row : rows) {
    for (const std::string& name : row.names) {
      CAPTURE(name);
      CHECK(ArticleFields::knows(name));
      CHECK(row.field(article({{name, {row.value}}})) == row.value);
    }
  }
}

TEST_CASE("article fields: other names are passed over") {
  for (const std::string name : {"", "_", "titles", "image", "body.text", "\xFF"}) {
    CAPTURE(name);
    CHECK_FALSE(ArticleFields::knows(name));
    CHECK(article({{name, {"x"}}}) == Article());
  }
}

TEST_CASE("article fields: the best name that has a value wins in any order") {
  const Given good_last = {{"text", {"short"}}, {"content", {"cut"}}, {"maintext", {"all"}}};
  const Given good_first = {{"maintext", {"all"}}, {"content", {"cut"}}, {"text", {"short"}}};
  CHECK(article(good_last).body == "all");
  CHECK(article(good_first).body == "all");
  CHECK(article({{"maintext", {" "}}, {"body", {}}, {"text", {"short"}}}).body == "short");
  CHECK(article({{"title", {"one"}}, {"title", {"two"}}}).title == "one");
}

TEST_CASE("article fields: a summary stands in for a body and not beside it") {
  CHECK(article({{"summary", {"in short"}}}).body == "in short");
  CHECK(article({{"summary", {"in short"}}, {"text", {"at length"}}}).body == "at length");
}

TEST_CASE("article fields: several values") {
  CHECK(article({{"paragraphs", {"one", "", "two"}}}).body == "one\ntwo");
  CHECK(article({{"title", {"one", "two"}}}).title == "one");
  CHECK(joined(article({{"authors", {"By Ada Whitlock and Ben Oake", "Cy Tull"}}}).authors) ==
        "Ada Whitlock; Ben Oake; Cy Tull");
  CHECK(article({{"tags", {"flood, bridge;Tarn", "rain|mill"}}}).topics.size() == 5);
}

TEST_CASE("article fields: a list in writing is a list") {
  struct Row {
    std::string value;
    std::string topics;
  };
  const Row rows[] = {
      {"['Ada Whitlock', 'Ben Oake']", "Ada Whitlock; Ben Oake"},
      {R"(["a", "b, c"])", "a; b, c"},
      {R"(['it\'s', "it's"])", "it's; it's"},
      {"['a']", "a"},
      {"['a', 'nan', '']", "a"},
      {"['a' 'b']", "['a' 'b']"},
      {"['a', ]", "['a';  ]"},
      {"['a", "['a"},
      {"[a]", "[a]"},
      {"['a\\']", "['a\\']"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value);
    CHECK(joined(article({{"tags", {row.value}}}).topics) == row.topics);
  }
  CHECK(article({{"text", {"['one', 'two']"}}}).body == "one\ntwo");
}

TEST_CASE("article fields: what programs write for no value is none") {
  for (const std::string value : {"[]", " [] ", "nan", "NaN", "null", "None"}) {
    CAPTURE(value);
    CHECK(article({{"author", {value}}, {"source", {value}}}) == Article());
    CHECK(article({{"maintext", {value}}, {"text", {"a"}}}).body == "a");
  }
  CHECK(article({{"title", {"Null and none"}}}).title == "Null and none");
}

TEST_CASE("article fields: of several dates the best that is one is taken") {
  CHECK(iso(article({{"date_published", {"soon"}}, {"date", {"2011-03-12"}}}).published) ==
        "2011-03-12");
  CHECK(iso(article({{"date", {"2011-03-12"}}, {"date_published", {"2011-03-13"}}}).published) ==
        "2011-03-13");
}

TEST_CASE("article fields: a date is read as the article's language has it") {
  CHECK(iso(article({{"date", {"3/4/2011"}}, {"lang", {"en"}}}).published) == "2011-03-04");
  CHECK(iso(article({{"date", {"3/4/2011"}}, {"lang", {"fr"}}}).published) == "2011-04-03");
  CHECK(iso(article({{"date", {"1300000000"}}}).published) == "2011-03-13T07:06:40+00:00");
  CHECK_FALSE(article({{"date", {"31 June 2011"}}}).published);
  CHECK_FALSE(article({{"lang", {"Tarnish"}}}).language.known());
}

TEST_CASE("article fields: what makes a record an article") {
  struct Row {
    Given given;
    bool article;
    bool body;
  };
  const Row rows[] = {
      {{}, false, false},
      {{{"title", {"a"}}}, true, false},
      {{{"text", {"a"}}}, true, true},
      {{{"summary", {"a"}}}, true, false},
      {{{"id", {"a"}}}, false, false},
      {{{"id", {"a"}}, {"date", {"2011"}}}, false, false},
      {{{"title", {""}}}, false, false},
      {{{"title", {""}}, {"id", {"a"}}}, true, false},
      {{{"text", {}}, {"url", {"a"}}}, true, false},
  };
  for (const Row& row : rows) {
    const ArticleFields given = fields(row.given);
    CAPTURE(&row - rows);
    CHECK(given.is_article() == row.article);
    CHECK(given.has_body() == row.body);
  }
}
