// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/formats.hpp"
#include "indexer/reader/registry.hpp"
#include "tests/support/reading.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

const std::string iptc =
    "\x01"
    "abc012 4 i 211 ccccb   xyz 061\r\n\r\nRivers-bridges/\r\n"
    "\x02"
    "1ST LEAD\r\nBridge over the river stays closed\r\nBy Ann Example, xyz =\r\n\r\n"
    "   Springfield (xyz) - It stays closed\r\nuntil spring.\r\n\r\n   The ferry goes.\r\n\r\n"
    "# xyz NOTEBOOK\r\n* Call us\r\n\x03"
    "131137 GMT Nov 13 \r\n\x7F\x04";

const std::string anpa =
    "\x16\x16\x01"
    "A0001\x1F_xyz\nr s\x13\x11 BC-Bridge     11-13 0049\n"
    "\x02^BC-Bridge-Closed,466<\n^Bridge over the river stays closed<\n^Eds: No photos.<\n"
    "^By ANN EXAMPLE=\n^Example Press=\n\t   SPRINGFIELD _ It ``stays'' closed\nuntil spring. \n \n"
    "\t   The ferry goes.\n\n\t   \x03"
    "AP-WF-11-13-13 1509GMT<\n\n\x0C\n\x04";

std::string reader_for(const std::string& head) {
  const auto found = recognize({head, "x"});
  if (const auto* none = std::get_if<Unrecognized>(&found)) return none->reason;
  return std::string(std::get<const Reader*>(found)->name());
}

}  // namespace

TEST_CASE("wire reader: IPTC 7901 has a headline, a byline and a date behind the text") {
  const Article article = article_of("iptc7901", iptc);
  CHECK(article.title == "Bridge over the river stays closed");
  CHECK(joined(article.authors) == "Ann Example");
  CHECK(article.body == "Springfield (xyz) - It stays closed until spring.\nThe ferry goes.");
  CHECK(iso(article.published) == "2013-11-13T11:37+00:00");
  CHECK(article.outlet == "xyz");
  CHECK(article.section == "International");
  CHECK(joined(article.topics) == "Rivers-bridges");
}

TEST_CASE("wire reader: ANPA 1312 has marked lines above the story") {
  const Article article = article_of("anpa", anpa);
  CHECK(article.title == "Bridge over the river stays closed");
  CHECK(joined(article.authors) == "ANN EXAMPLE");
  CHECK(article.body == "SPRINGFIELD _ It \"stays\" closed until spring.\nThe ferry goes.");
  CHECK(iso(article.published) == "2013-11-13T15:09:00+00:00");
  CHECK(article.section == "Sports");
  CHECK(joined(article.topics) == "BC-Bridge-Closed");
}

TEST_CASE("wire reader: messages follow each other") {
  CHECK(records_of("iptc7901", iptc + iptc).size() == 2);
  CHECK(records_of("anpa", anpa + anpa + "\n\x04").size() == 2);
}

TEST_CASE("wire reader: control characters may have been stripped") {
  const Article article = article_of(
      "iptc7901", "abc012 4 i 211 xyz 061\n\nRivers/\nBridge closed =\n\n   It stays closed.\n");
  CHECK(article.title == "Bridge closed");
  CHECK(article.body == "It stays closed.");
}

TEST_CASE("wire reader: messages are known by their headings") {
  CHECK(reader_for(iptc) == "iptc7901");
  CHECK(reader_for("abc012 4 i 211 xyz 061\n") == "iptc7901");
  CHECK(reader_for(anpa) == "anpa");
  CHECK(reader_for("The bridge 4 is 211 metres\n") == "text");
  CHECK(reader_for("\x01\x02\x03") == "binary data");
}

TEST_CASE("wire reader: every cut is met") {
  for (const std::string& message : {iptc, anpa}) {
    for (std::size_t size = 0; size < message.size(); ++size) {
      CHECK_NOTHROW(records_of("iptc7901", message.substr(0, size)));
      CHECK_NOTHROW(records_of("anpa", message.substr(0, size)));
    }
  }
}

TEST_CASE("wire reader: keywords end before a slash or comma") {
  CHECK(joined(article_of("iptc7901", iptc).topics) == "Rivers-bridges");
  std::string commas = iptc;
  commas.replace(commas.find("bridges/"), 8, "bridges,");
  CHECK(joined(article_of("iptc7901", commas).topics) == "Rivers-bridges");
}
