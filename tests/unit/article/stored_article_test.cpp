// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/article/stored_article.hpp"

#include "news/base/utf8.hpp"
#include "tests/support/random_text.hpp"

#include <doctest/doctest.h>

using namespace news;

namespace {

Article full_article() {
  Article article;
  article.id = "17=a";
  article.url = "https://example.com/a?b=c";
  article.title = "Rain = naïve 雨";
  article.title_from_text = true;
  article.authors = {"Jane Doe", "John Roe"};
  article.published = Timestamp::from_iso8601("2005-11-20T05:36:10+01:00");
  article.modified = Timestamp::from_iso8601("2005-11");
  article.captured = Timestamp::from_iso8601("2006-01-02");
  article.outlet = "The Post";
  article.section = "Weather";
  article.language = Language::parse("haw").value();
  article.topics = {"rain", "rome"};
  article.body = "One.\nid=18\nThree.";
  article.origin = {.path = "/n/a.zip", .name = "a.zip", .member = "b=c.csv", .record = 12};
  return article;
}

}  // namespace

TEST_CASE("stored article: the form is lines and an empty line and the body") {
  Article article;
  article.title = "Rain fell";
  article.authors = {"Jane Doe", "John Roe"};
  article.body = "One.\nTwo.";
  article.origin.path = "/n/a.txt";
  CHECK(to_stored(article) ==
        "title=Rain fell\nauthor=Jane Doe\nauthor=John Roe\npath=/n/a.txt\n\nOne.\nTwo.");
}

TEST_CASE("stored article: what was stored comes back") {
  CHECK(from_stored(to_stored(full_article())) == full_article());
  CHECK(from_stored(to_stored(Article())) == Article());
  Article body_only;
  body_only.body = "\n\n=\nid=1";
  CHECK(from_stored(to_stored(body_only)) == body_only);
}

TEST_CASE("stored article: a line end in a path does not become a field") {
  Article article;
  article.origin.path = "/n/a\nid=18\n\nb";
  article.body = "One.";
  const Article back = from_stored(to_stored(article));
  CHECK(back.id.empty());
  CHECK(back.body == "One.");
  CHECK(back.origin.path == "/n/a id=18 b");
}

TEST_CASE("stored article: fields of other versions and broken lines are passed over") {
  struct Row {
    std::string_view stored;
    std::string_view title;
    std::string_view body;
  };
  const Row rows[] = {
      {"", "", ""},
      {"\n", "", ""},
      {"\nbody", "", "body"},
      {"new=1\ntitle=Rain\n\nbody", "Rain", "body"},
      {"no equals sign\ntitle=Rain\n\nbody", "Rain", "body"},
      {"=nameless\ntitle=Rain\n\nbody", "Rain", "body"},
      {"title=Rain", "Rain", ""},
      {"title=", "", ""},
      {"title=Snow\ntitle=Rain\n\n", "Rain", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.stored);
    const Article article = from_stored(row.stored);
    CHECK(article.title == row.title);
    CHECK(article.body == row.body);
  }
}

TEST_CASE("stored article: values that make no sense are left out") {
  const Article article = from_stored(
      "published=2005-13-40\nmodified=yesterday\nlanguage=nonsense\nrecord=x\ntitlefromtext=2\n\n");
  CHECK(article == Article());
  CHECK(from_stored("record=99999999999999999999999\n\n").origin.record == 0);
  CHECK(from_stored("record=-1\n\n").origin.record == 0);
}

TEST_CASE("stored article: cut at any length it is read as the part that is left") {
  const std::string stored = to_stored(full_article());
  for (std::size_t size = 0; size <= stored.size(); ++size) {
    const Article article = from_stored(std::string_view(stored).substr(0, size));
    CHECK(full_article().body.starts_with(article.body));
    CHECK(full_article().title.starts_with(article.title));
    CHECK(article.authors.size() <= 2);
  }
}

TEST_CASE("stored article: random damage is survived") {
  test::RandomText random(19);
  const std::string whole = to_stored(full_article());
  for (int i = 0; i < 5000; ++i) {
    std::string stored = i % 2 == 0 ? whole : random.bytes(300);
    for (int k = 0; k < 3 && !stored.empty(); ++k) {
      stored[random.below(stored.size())] = static_cast<char>(random.below(256));
    }
    const Article article = from_stored(stored);
    CHECK(article.body.size() <= stored.size());
    CHECK((!article.published || article.published->is_valid()));
  }
}
