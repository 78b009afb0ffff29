// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/formats.hpp"
#include "tests/support/reading.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

/// A document with `elements` in it.
Article document(const std::string& elements) {
  return article_of("trec", "<DOC>\n" + elements + "\n</DOC>\n");
}

bool recognizes(std::string_view head) { return make_trec_reader()->recognizes({head, "x"}); }

}  // namespace

TEST_CASE("trec reader: the elements of a document are the parts of an article") {
  const Article article = document(
      "<DOCNO> XY051120-0007 </DOCNO>\n<DATE>November 20, 2005</DATE>\n"
      "<HEADLINE>\n<P>\nBridge closed &amp; guarded\n</P>\n</HEADLINE>\n"
      "<BYLINE>By Ann Example</BYLINE>\n<SOURCE>The Paper</SOURCE>\n<SECTION>Local</SECTION>\n"
      "<SUBJECT>BRIDGES; RIVERS</SUBJECT>\n"
      "<TEXT>\n<P>\nIt stays closed\nuntil spring.\n</P>\n<P>\nThe ferry goes.\n</P>\n</TEXT>");
  CHECK(article.id == "XY051120-0007");
  CHECK(iso(article.published) == "2005-11-20");
  CHECK(article.title == "Bridge closed & guarded");
  CHECK(joined(article.authors) == "Ann Example");
  CHECK(article.outlet == "The Paper");
  CHECK(article.section == "Local");
  CHECK(joined(article.topics) == "BRIDGES; RIVERS");
  CHECK(article.body == "It stays closed until spring.\nThe ferry goes.");
}

TEST_CASE("trec reader: titles have several names") {
  for (const std::string name : {"HEADLINE", "HEAD", "HL", "TITLE", "TI", "title"}) {
    CAPTURE(name);
    CHECK(
        document("<DOCNO>1</DOCNO><" + name + ">Bridge</" + name + "><TEXT>Closed.</TEXT>").title ==
        "Bridge");
  }
}

TEST_CASE("trec reader: all texts of a document are its body") {
  CHECK(document("<DOCNO>1</DOCNO><TEXT>One.</TEXT><GRAPHIC>Map</GRAPHIC><TEXT>Two.</TEXT>").body ==
        "One.\nTwo.");
  CHECK(document("<DOCNO>1</DOCNO>\nThe bridge is closed.\n<NOTE>no news</NOTE>").body ==
        "The bridge is closed.");
  CHECK(document("<DOCNO>1</DOCNO><LEADPARA>It is closed.</LEADPARA>").body == "It is closed.");
}

TEST_CASE("trec reader: the day may be in the number") {
  struct Row {
    std::string id;
    std::string_view day;
  };
  const Row rows[] = {
      {"XYZ20051120.0012", "2005-11-20"},
      {"AB880212-0001", "1988-02-12"},
      {"AB020212-0001", "2002-02-12"},
      {"AB881312-0001", ""},
      {"F9-12345", ""},
      {"19880212", "1988-02-12"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.id);
    CHECK(iso(document("<DOCNO>" + row.id + "</DOCNO><TEXT>Closed.</TEXT>").published) == row.day);
  }
}

TEST_CASE("trec reader: every document is read or named") {
  const auto records = records_of("trec",
                                  "<DOC><DOCNO>1</DOCNO><TEXT>One.</TEXT></DOC>\n"
                                  "<DOC><DOCNO>2</DOCNO></DOC>\n"
                                  "<DOC><DOCNO>3</DOCNO><TEXT>Thr");
  REQUIRE(records.size() == 3);
  CHECK(std::get<Article>(records[0]).id == "1");
  CHECK(std::get<BadRecord>(records[1]).reason == "no text");
  CHECK(std::get<BadRecord>(records[2]).reason == "cut off: the file ends before </DOC>");
}

TEST_CASE("trec reader: a file is known by its first document") {
  CHECK(recognizes("<DOC>\n<DOCNO> 1 </DOCNO>"));
  CHECK(recognizes("\n<doc>\n<docno>1</docno>"));
  CHECK_FALSE(recognizes("<DOC>\n<TEXT>"));
  CHECK_FALSE(recognizes("<DOCUMENT><DOCNO>1"));
}
