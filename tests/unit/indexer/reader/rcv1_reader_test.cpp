// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reading.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

std::string item(const std::string& id, const std::string& text) {
  return "<?xml version=\"1.0\" encoding=\"iso-8859-1\" ?>\n<newsitem itemid=\"" + id +
         "\" id=\"root\" date=\"1996-08-20\" xml:lang=\"en\"><title>BRENNIA: Bridge closed.</title>"
         "<headline>Bridge closed.</headline><byline>Ada Whitlock</byline>"
         "<dateline>NORWICK 1996-08-20</dateline><text>" +
         text +
         "</text><copyright>(c)</copyright><metadata><codes class=\"bip:topics:1.0\"><code "
         "code=\"C11\"><editdetail/></code></codes><codes class=\"bip:countries:1.0\"><code "
         "code=\"BREN\"/></codes><dc element=\"dc.publisher\" value=\"Coast Wire\"/></metadata>"
         "</newsitem>\n";
}

}  // namespace

TEST_CASE("rcv1 reader: an item is taken apart") {
  const Article article = article_of("rcv1", item("2286", "<p>It is closed.</p><p>Until May.</p>"));
  CHECK(article.id == "2286");
  CHECK(article.title == "Bridge closed.");
  CHECK(joined(article.authors) == "Ada Whitlock");
  CHECK(iso(article.published) == "1996-08-20");
  CHECK(article.outlet == "Coast Wire");
  CHECK(article.language.code() == "en");
  CHECK(joined(article.topics) == "C11; BREN");
  CHECK(article.body == "NORWICK 1996-08-20 - It is closed.\nUntil May.");
}

TEST_CASE("rcv1 reader: items behind each other are records") {
  const std::string third = item("3", "<p>c</p>");
  const auto records = records_of("rcv1", item("1", "<p>a</p>") + item("2", "<p>caf\xE9</p>") +
                                              third.substr(0, third.find("c</p>")));
  REQUIRE(records.size() == 3);
  CHECK(std::get<Article>(records[0]).origin.record == 1);
  CHECK(std::get<Article>(records[1]).body == "NORWICK 1996-08-20 - café");
  CHECK(std::get<BadRecord>(records[2]).reason == "cut off: the file ends inside it");
}
