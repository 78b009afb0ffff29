// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/composer.hpp"

#include "news/article/identity.hpp"
#include "news/article/stored_article.hpp"
#include "news/index/schema.hpp"
#include "tests/support/index_parts.hpp"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

DocumentBatch composed(const Article& article) {
  DocumentBatch batch;
  Composer composer;
  composer.start(batch);
  composer.add(article);
  return batch;
}

/// The value of a slot; empty if it has none.
std::string value_of(const DocumentBatch& batch, Xapian::valueno slot) {
  for (const auto& [number, value] : batch.values(batch.documents().front())) {
    if (number == slot) return value;
  }
  return {};
}

Article untitled(std::string_view body) { return article_from("/n/a", "17", "", body); }

}  // namespace

TEST_CASE("composer: a body is words with their places and stems without") {
  CHECK(shown(composed(untitled("The bridges: closed."))) ==
        "the@101 Zthe bridges@102 Zbridg closed@103 Zclose "
        "Len~ Q" +
            identity_of(untitled("")) + "~ XID17 P/n/a~");
}

TEST_CASE("composer: a title is free text and a field before the body") {
  const DocumentBatch document = composed(article_from("/n/a", "17", "Bridges closed", "Water"));
  CHECK(shown(document, "S") == "Sbridges@1~ Sclosed@2~");
  CHECK(shown(document, "ZS") == "ZSbridg~ ZSclose~");
  CHECK(shown(document, "bridges") == "bridges@1");
  CHECK(shown(document, "Zbridg") == "Zbridg");
  CHECK(shown(document, "water") == "water@103");
}

TEST_CASE("composer: an article of some length has a sketch, which only filters") {
  const char* const body = "The old bridge is closed because its planks are rotten.";
  const std::string sketch = shown(composed(untitled(body)), "XD");
  CHECK(std::count(sketch.begin(), sketch.end(), '~') == 6);
  CHECK(sketch.find('@') == std::string::npos);
  CHECK(shown(composed(untitled("The old bridge is closed.")), "XD").empty());
  CHECK(shown(composed(article_from("/n/b", "18", "", body)), "XD") == sketch);
  CHECK(shown(composed(article_from("/n/b", "18", "Bridge closed", body)), "XD") != sketch);
}

TEST_CASE("composer: a title made from the body adds no free text") {
  Article article = article_from("/n/a", "17", "Water", "Water rose.");
  article.title_from_text = true;
  CHECK(shown(composed(article), "Swater") == "Swater@1~");
  CHECK(shown(composed(article), "water") == "water@102");
}

TEST_CASE("composer: a tag is found with its mark and without") {
  CHECK(shown(composed(untitled("#flood")), "flood") == "flood@101");
  CHECK(shown(composed(untitled("#flood")), "#") == "#flood@101");
}

TEST_CASE("composer: fields filter and do not count") {
  Article article = untitled("");
  article.authors = {"Ada Whitlock", "Ben Oake"};
  article.topics = {"High Water"};
  article.outlet = "The Post";
  article.section = "World News";
  const DocumentBatch document = composed(article);
  CHECK(shown(document, schema::author) == "Aada@1~ Awhitlock@2~ Aben@103~ Aoake@104~");
  CHECK(shown(document, schema::topic) == "Khigh@1~ Kwater@2~");
  CHECK(shown(document, schema::outlet) == "XOUTLETthe@1~ XOUTLETpost@2~");
  CHECK(shown(document, schema::section) == "XSECTIONworld@1~ XSECTIONnews@2~");
}

TEST_CASE("composer: the hosts of a URL") {
  struct Row {
    std::string_view url;
    std::string_view hosts;
  };
  const Row rows[] = {
      {"https://www.News.Example.com/a?b=c",
       "Hwww.news.example.com~ Hnews.example.com~ Hexample.com~"},
      {"http://example.com:8080", "Hexample.com~"},
      {"http://example.com#x", "Hexample.com~"},
      {"http://localhost/", ""},
      {"example.com/a", ""},
      {"http://", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.url);
    Article article = untitled("");
    article.url = row.url;
    CHECK(shown(composed(article), schema::host) == row.hosts);
  }
}

TEST_CASE("composer: a date is filed as precisely as it is known") {
  using Precision = Timestamp::Precision;
  struct Row {
    Precision precision;
    std::string dates;
  };
  const Row rows[] = {
      {Precision::year, "Y2011~"},
      {Precision::month, "Y2011~ M201103~"},
      {Precision::day, "Y2011~ M201103~ D20110312~"},
      {Precision::second, "Y2011~ M201103~ D20110312~"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.dates);
    Article article = untitled("");
    article.published = Timestamp{.year = 2011, .month = 3, .day = 12, .precision = row.precision};
    const DocumentBatch document = composed(article);
    std::string dates = shown(document, "Y");
    for (const std::string_view prefix : {"M", "D"}) {
      const std::string more = shown(document, prefix);
      if (!more.empty()) dates += " " + more;
    }
    CHECK(dates == row.dates);
    CHECK(value_of(document, schema::day_slot) == Xapian::sortable_serialise(20110312));
    CHECK(value_of(document, schema::published_slot) == Xapian::sortable_serialise(1299888000));
  }
  CHECK(value_of(composed(untitled("")), schema::day_slot).empty());
}

TEST_CASE("composer: fields are whole in their slots") {
  Article article = untitled("");
  article.outlet = "Norwick Courier";
  article.section = "Local News";
  article.language = *Language::parse("de");
  article.authors = {"Ada Marsh", "Jon Reed"};
  article.topics = {"boats"};
  const DocumentBatch document = composed(article);
  CHECK(value_of(document, schema::outlet_slot) == "Norwick Courier");
  CHECK(value_of(document, schema::section_slot) == "Local News");
  CHECK(value_of(document, schema::language_slot) == "de");
  CHECK(value_of(document, schema::author_slot) == std::string("Ada Marsh\0Jon Reed", 18));
  CHECK(value_of(document, schema::topic_slot) == "boats");
}

TEST_CASE("composer: a date without a day is told from the first of the month") {
  using Precision = Timestamp::Precision;
  const std::pair<Precision, std::string> rows[] = {{Precision::year, "2011"},
                                                    {Precision::month, "201103"},
                                                    {Precision::day, ""},
                                                    {Precision::minute, ""}};
  for (const auto& [precision, value] : rows) {
    CAPTURE(value);
    Article article = untitled("");
    article.published = Timestamp{.year = 2011, .month = 3, .day = 1, .precision = precision};
    CHECK(value_of(composed(article), schema::coarse_date_slot) == value);
  }
}

TEST_CASE("composer: what an article does not say leaves its slot empty") {
  const DocumentBatch document = composed(Article());
  for (const Xapian::valueno slot :
       {schema::outlet_slot, schema::section_slot, schema::language_slot, schema::author_slot,
        schema::topic_slot, schema::coarse_date_slot}) {
    CHECK(value_of(document, slot).empty());
  }
}

TEST_CASE("composer: what every article has") {
  const Article article;
  const DocumentBatch document = composed(article);
  CHECK(shown(document, schema::identity) == "Q" + identity_of(article) + "~");
  CHECK(value_of(document, schema::identity_slot) == identity_of(article));
  CHECK(shown(document, schema::language).empty());
  CHECK(document.documents().front().data == to_stored(article));
}

TEST_CASE("composer: standard input is no source to come back to") {
  CHECK(shown(composed(article_from("-", "1", "", "")), schema::source).empty());
  CHECK(shown(composed(article_from("/-", "1", "", "")), schema::source) == "P/-~");
}

TEST_CASE("composer: no term is longer than Xapian takes") {
  const std::string longest(100'000, 'x');
  Article article = article_from("/" + longest, longest, longest, longest + "\n#" + longest);
  article.url = "https://" + longest + ".example.com/" + longest;
  article.authors = {longest};
  article.topics = {longest};
  article.outlet = article.section = longest;
  const DocumentBatch document = composed(article);
  for (TermId id = 0; id < document.dictionary().size(); ++id) {
    CHECK(document.dictionary().term(id).size() <= schema::max_term_bytes);
  }
}
