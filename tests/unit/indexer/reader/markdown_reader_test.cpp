// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/formats.hpp"
#include "tests/support/reading.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

Article read(std::string source) { return article_of("markdown", std::move(source)); }

bool recognizes(std::string_view head, std::string_view name = "x") {
  return make_markdown_reader()->recognizes({head, name});
}

}  // namespace

TEST_CASE("markdown reader: front matter says what the article is") {
  const Article article = read(
      "---\ntitle: \"Bridge: closed\"\ndate: 2005-11-20T05:36:00Z\nauthor:\n  name: Ann Example\n"
      "  email: ann@a.example\ntags: [bridges, rivers]\ncategories:\n  - Local\nlang: en\n"
      "url: /2005/bridge\ndraft: false\n---\n\nIt **stays** closed.\n\nUntil spring.\n");
  CHECK(article.title == "Bridge: closed");
  CHECK(iso(article.published) == "2005-11-20T05:36:00+00:00");
  CHECK(joined(article.authors) == "Ann Example");
  CHECK(joined(article.topics) == "bridges; rivers");
  CHECK(article.language.code() == "en");
  CHECK(article.url == "/2005/bridge");
  CHECK(article.body == "It stays closed.\nUntil spring.");
}

TEST_CASE("markdown reader: TOML and YAML that is none are read line by line") {
  const Article toml = read(
      "+++\ntitle = \"Bridge closed\"\ndate = 2005-11-20\nauthors = [\"Ann Example\", \"Bob "
      "Example\"]\n[extra]\ntitle = \"no\"\n+++\nIt stays closed.\n");
  CHECK(toml.title == "Bridge closed");
  CHECK(iso(toml.published) == "2005-11-20");
  CHECK(joined(toml.authors) == "Ann Example; Bob Example");
  const Article yaml = read("---\ntitle: Bridge: closed\ntags:\n- a\n- b\n---\nIt stays closed.\n");
  CHECK(yaml.title == "Bridge: closed");
  CHECK(joined(yaml.topics) == "a; b");
}

TEST_CASE("markdown reader: without front matter the first heading is the title") {
  const Article article = read("# Bridge closed\n\nIt stays closed.\n");
  CHECK(article.title == "Bridge closed");
  CHECK(article.body == "It stays closed.");
  CHECK(read("It stays closed.\n").title_from_text);
}

TEST_CASE("markdown reader: the heading that says the title again is no text") {
  CHECK(read("---\ntitle: Bridge\n---\n# Bridge\n\nIt stays closed.\n").body == "It stays closed.");
}

TEST_CASE("markdown reader: a file is known by its front matter or its name") {
  CHECK(recognizes("---\ntitle: a\n---\n"));
  CHECK(recognizes("---\r\ntitle: a\r\n---\r\n"));
  CHECK(recognizes("+++\ntitle = \"a\"\n+++\n"));
  CHECK(recognizes("Bridge", "x.md"));
  CHECK(recognizes("Bridge", "x.Markdown"));
  CHECK_FALSE(recognizes("---\nThe bridge is closed.\n---\n"));
  CHECK_FALSE(recognizes("---\ntitle: a\n"));
  CHECK_FALSE(recognizes("---"));
  CHECK_FALSE(recognizes("Bridge"));
}

TEST_CASE("markdown reader: hostile front matter is met") {
  for (const std::string& matter :
       {"a: " + std::string(30'000, '['), std::string("a: &x [*x, *x]"), std::string("a: *none"),
        std::string("? ? ?\nb: c"), std::string("b: \xFF\xFE")}) {
    CAPTURE(matter.substr(0, 20));
    CHECK(read("---\n" + matter + "\n---\nText here.\n").body == "Text here.");
  }
}

TEST_CASE("markdown reader: what is opened and never closed takes no more time than its length") {
  std::string comments = "<!-- x\n\nStory.";
  CHECK(article_of("markdown", comments).body.find("Story.") != std::string::npos);
  for (const std::string_view opening : {"<!-- ", "<a ", "<script ", "{{ ", "[", "`"}) {
    std::string text = "# T\n\nStory. ";
    for (int i = 0; i < 300'000; ++i) text += opening;
    CHECK(article_of("markdown", text).title == "T");
  }
}
