// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/formats.hpp"
#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"
#include "tests/support/reading.hpp"

#include <random>
#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

/// An invented story in the form of the collection. Each test changes one part.
struct Story {
  std::string attributes = R"(TOPICS="YES" LEWISSPLIT="TRAIN" NEWID="90001")";
  std::string lists = "<TOPICS><D>tin</D><D>copper</D></TOPICS>\n<PLACES><D>brennia</D></PLACES>";
  std::string text_tag = "<TEXT>";
  std::string head =
      "<TITLE>TARN TIN MINE TO SHUT</TITLE>\n<DATELINE>    TARN, March 3 - </DATELINE>";
  std::string body =
      "The tin mine at Tarn will shut in\nMay, its owners said.\n    It has lost money.\n Reuter\n"
      "&#3;";

  std::string sgml() const {
    return "<REUTERS " + attributes + ">\n<DATE> 3-MAR-1987 15:01:01.79</DATE>\n" + lists +
           "\n<UNKNOWN>\n&#5;&#5;&#5;C T\n</UNKNOWN>\n" + text_tag + "&#2;\n" + head + "<BODY>" +
           body + "</BODY></TEXT>\n</REUTERS>\n";
  }
  Article read() const { return article_of("reuters", sgml()); }
};

const std::string prologue = "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n";

}  // namespace

TEST_CASE("reuters reader: a story is taken apart") {
  const Article article = Story().read();
  CHECK(article.id == "90001");
  CHECK(article.title == "TARN TIN MINE TO SHUT");
  CHECK(iso(article.published) == "1987-03-03T15:01:01");
  CHECK(joined(article.topics) == "tin; copper; brennia");
  CHECK(article.outlet == "Reuters");
  CHECK(article.language.code() == "en");
  CHECK(article.body ==
        "TARN, March 3 - The tin mine at Tarn will shut in May, its owners said.\n"
        "It has lost money.");
}

TEST_CASE("reuters reader: every list is a source of topics") {
  Story story;
  story.lists =
      "<TOPICS></TOPICS><PLACES><D>brennia</D></PLACES><PEOPLE><D>oake</D></PEOPLE>"
      "<ORGS><D>union</D></ORGS><EXCHANGES><D>fex</D></EXCHANGES><COMPANIES></COMPANIES>";
  CHECK(joined(story.read().topics) == "brennia; oake; union; fex");
  story.lists = "";
  CHECK(story.read().topics.empty());
}

TEST_CASE("reuters reader: references to characters are resolved") {
  struct Row {
    std::string written;
    std::string meant;
  };
  const Row rows[] = {
      {"A &lt;B> &amp; C", "A <B> & C"},
      {"&quot;A&apos;s&quot;", "\"A's\""},
      {"&#65;&#233;", "A\u00E9"},
      {"A&#5;&#127;B", "A B"},
      {"A & B", "A & B"},
      {"A&B;", "A&B;"},
      {"&", "&"},
      {"&#x41;", "&#x41;"},
      {"&#;", "&#;"},
      {"&#1114112;", "&#1114112;"},
      {"&#99999999999;", "&#99999999999;"},
      {"&#55296;", "&#55296;"},
      {"&amp;lt;", "&lt;"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    Story story;
    story.head = "<TITLE>" + row.written + "</TITLE>";
    CHECK(story.read().title == row.meant);
  }
}

TEST_CASE("reuters reader: a brief is its title") {
  Story story;
  story.text_tag = "<TEXT TYPE=\"BRIEF\">";
  CHECK(story.read().title == "TARN TIN MINE TO SHUT");
  CHECK(story.read().body.empty());
}

TEST_CASE("reuters reader: an unprocessed story is the text behind its elements") {
  const auto unprocessed = [](const std::string& text) {
    return article_of("reuters", "<REUTERS NEWID=\"7\">\n<TEXT TYPE=\"UNPROC\">&#2;\n" + text +
                                     "\n</TEXT>\n</REUTERS>");
  };
  CHECK(unprocessed("TIN PRICES\n  100 200").body == "TIN PRICES\n100 200");
  CHECK(unprocessed("<TITLE>TIN PRICES</TITLE>100 200").body == "100 200");
  CHECK(unprocessed("<TITLE>TIN PRICES</TITLE>100 200").title == "TIN PRICES");
}

TEST_CASE("reuters reader: who wrote and who sent it") {
  Story story;
  story.head += "<AUTHOR>    By Ada Whitlock and Ben Oake, Coastwire</AUTHOR>";
  CHECK(joined(story.read().authors) == "Ada Whitlock; Ben Oake");
  story.body = "One thing is sure.\nBrennia Wire";
  CHECK(story.read().outlet == "Reuters");
  story.body = "One thing is sure.\n    Another is not.\n    Brennia Wire\n&#3;";
  CHECK(story.read().outlet == "Brennia Wire");
  CHECK(story.read().body == "TARN, March 3 - One thing is sure.\nAnother is not.");
}

TEST_CASE("reuters reader: records are told apart whatever is between them") {
  const std::string junk = "junk <D> &#5; \xFF\n";
  const auto records = records_of(
      "reuters", prologue + Story().sgml() + junk + Story{.attributes = "NEWID=\"2\""}.sgml());
  REQUIRE(records.size() == 2);
  CHECK(display_id(std::get<Article>(records[0])) == "90001");
  CHECK(display_id(std::get<Article>(records[1])) == "2");
  CHECK(std::get<Article>(records[1]).origin.record == 2);
}

TEST_CASE("reuters reader: damage costs the story it is in") {
  const std::string whole = Story().sgml();
  const auto records =
      records_of("reuters", whole + whole.substr(0, 200) + whole + "<REUTERS>nothing</REUTERS>" +
                                whole.substr(0, 300));
  REQUIRE(records.size() == 5);
  CHECK(std::holds_alternative<Article>(records[0]));
  CHECK(std::get<BadRecord>(records[1]).reason == "no </REUTERS> before the next <REUTERS");
  CHECK(std::holds_alternative<Article>(records[2]));
  CHECK(std::get<BadRecord>(records[3]).reason == "no TEXT element");
  CHECK(std::get<BadRecord>(records[4]).reason == "cut off: the file ends before </REUTERS>");
}

TEST_CASE("reuters reader: only the end of a story may be missing") {
  const std::string whole = Story().sgml();
  const std::string unclosed = whole.substr(0, whole.find("</REUTERS>"));
  const auto records = records_of("reuters", unclosed + whole + unclosed);
  REQUIRE(records.size() == 3);
  for (const Record& record : records) {
    CHECK(std::get<Article>(record).body == Story().read().body);
  }
}

TEST_CASE("reuters reader: a story whose beginning is cut off is reported") {
  const std::string whole = Story().sgml();
  const auto records = records_of("reuters", whole.substr(90) + whole + "</REUTERS>");
  REQUIRE(records.size() == 2);
  CHECK(std::get<BadRecord>(records[0]).reason == "cut off: the file begins behind <REUTERS");
  CHECK(std::get<BadRecord>(records[0]).origin.record == 1);
  CHECK(std::get<Article>(records[1]).origin.record == 2);
}

TEST_CASE("reuters reader: tags may be in small letters") {
  const Article article = article_of("reuters", ascii::to_lower(Story().sgml()));
  CHECK(article.id == "90001");
  CHECK(article.title == "tarn tin mine to shut");
  CHECK(joined(article.topics) == "tin; copper; brennia");
  CHECK(article.outlet == "Reuters");
  Story brief;
  brief.text_tag = "<TEXT TYPE=\"BRIEF\">";
  CHECK(article_of("reuters", ascii::to_lower(brief.sgml())).body.empty());
}

TEST_CASE("reuters reader: what is missing is empty") {
  Story story;
  story.attributes = "";
  story.head = "";
  const Article article = story.read();
  CHECK(article.id.empty());
  CHECK(article.title_from_text);
  CHECK(article.body ==
        "The tin mine at Tarn will shut in May, its owners said.\nIt has lost money.");
}

TEST_CASE("reuters reader: any damage gives well-formed text or a reason") {
  std::mt19937 random(9);
  const std::string good = Story().sgml();
  for (int round = 0; round < 1000; ++round) {
    std::string bytes = good;
    for (int i = 0; i < 10; ++i) {
      const std::size_t at = random() % bytes.size();
      bytes.replace(at, 1 + random() % 4, bytes.substr(random() % bytes.size(), random() % 9));
    }
    CAPTURE(bytes);
    for (const Record& record : records_of("reuters", bytes)) {
      if (const auto* article = std::get_if<Article>(&record)) {
        REQUIRE(utf8::is_valid(article->title + article->body + article->id));
      }
    }
  }
}

TEST_CASE("reuters reader: what is recognized") {
  const auto reader = make_reuters_sgml_reader();
  CHECK(reader->recognizes({prologue + Story().sgml(), "x"}));
  CHECK(reader->recognizes({"  <REUTERS >", "x"}));
  CHECK(reader->recognizes({Story().sgml().substr(90) + Story().sgml(), "x"}));
  CHECK(reader->recognizes({ascii::to_lower(Story().sgml()), "x"}));
  CHECK_FALSE(reader->recognizes({"In 1987 <REUTERS was a tag", "x.sgm"}));
  CHECK_FALSE(reader->recognizes({"<REUTERSX>\n<D>", "x.sgm"}));
  CHECK_FALSE(reader->recognizes({"<html>", "x.sgm"}));
  CHECK_FALSE(reader->recognizes({"", "x.sgm"}));
}
