// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reading.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

/// An invented item. Each test changes one part.
struct Item {
  std::string kind = "text";
  std::string item_meta =
      "<firstCreated>2005-11-20T05:36:10Z</firstCreated>"
      "<versionCreated>2005-11-21T00:00:00Z</versionCreated>";
  std::string content_meta = "<headline>Bridge closed</headline>";
  std::string content =
      "<inlineXML><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>t"
      "</title></head><body><p>It is closed.</p></body></html></inlineXML>";

  std::string xml() const {
    return "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:wire:1\" "
           "xml:lang=\"en-US\"><itemMeta><itemClass qcode=\"ninat:" +
           kind + "\"/>" + item_meta + "</itemMeta><contentMeta>" + content_meta +
           "</contentMeta><contentSet>" + content + "</contentSet></newsItem>";
  }
  Article read() const { return article_of("newsml-g2", xml()); }
};

std::string message(const std::string& items) {
  return "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header/><itemSet>" + items +
         "</itemSet></newsMessage>";
}

}  // namespace

TEST_CASE("newsml-g2 reader: an item is taken apart") {
  Item item;
  item.item_meta += "<provider qcode=\"prov:WIRE\"/>";
  item.content_meta +=
      "<dateline>NORWICK</dateline><by>By Ada Whitlock</by><subject qcode=\"a:1\"><name "
      "xml:lang=\"de\">Wege</name><name xml:lang=\"en\">Roads</name></subject>"
      "<subject qcode=\"a:2\"/><subject literal=\"Tarn\"/><keyword>bridges</keyword>";
  const Article article = item.read();
  CHECK(article.id == "urn:wire:1");
  CHECK(article.title == "Bridge closed");
  CHECK(joined(article.authors) == "Ada Whitlock");
  CHECK(iso(article.published) == "2005-11-20T05:36:10+00:00");
  CHECK(iso(article.modified) == "2005-11-21T00:00:00+00:00");
  CHECK(article.outlet == "WIRE");
  CHECK(article.language.code() == "en");
  CHECK(joined(article.topics) == "Roads; a:2; Tarn; bridges");
  CHECK(article.body == "NORWICK - It is closed.");
}

TEST_CASE("newsml-g2 reader: nothing is published before its embargo ends") {
  Item item;
  item.item_meta += "<embargoed>2005-11-25T12:00:00Z</embargoed>";
  CHECK(iso(item.read().published) == "2005-11-25T12:00:00+00:00");
  CHECK_FALSE(item.read().modified);
  item.item_meta = "<versionCreated>2005-11-21T00:00:00Z</versionCreated><embargoed/>";
  CHECK(iso(item.read().published) == "2005-11-21T00:00:00+00:00");
  CHECK_FALSE(item.read().modified);
}

TEST_CASE("newsml-g2 reader: the forms of content") {
  Item item;
  item.content =
      "<inlineXML><nitf><body><body.content><p>In NITF.</p></body.content></body></nitf>"
      "</inlineXML>";
  CHECK(item.read().body == "In NITF.");
  item.content = "<inlineData contenttype=\"text/plain\">In text.</inlineData>";
  CHECK(item.read().body == "In text.");
  item.content = "<remoteContent href=\"http://a.example/\"/>";
  CHECK(item.read().body.empty());
}

TEST_CASE("newsml-g2 reader: items of a message are told apart") {
  const auto records =
      records_of("newsml-g2", message(Item().xml() +
                                      "<packageItem guid=\"p\"><headline>x</headline>"
                                      "</packageItem>" +
                                      Item{.kind = "picture"}.xml() + Item().xml()));
  REQUIRE(records.size() == 3);
  CHECK(std::get<Article>(records[0]).origin.record == 1);
  CHECK(std::get<BadRecord>(records[1]).reason == "not a text: picture");
  CHECK(std::get<Article>(records[2]).origin.record == 3);
}

TEST_CASE("newsml-g2 reader: what holds no item is named") {
  CHECK(refusal_of("newsml-g2", message("<packageItem guid=\"p\"/>")) ==
        "a package, which only lists items");
  CHECK(refusal_of("newsml-g2", message("")) == "no news item in <newsMessage>");
  const std::string whole = message(Item().xml());
  CHECK(refusal_of("newsml-g2", whole.substr(0, whole.find("closed.</p>"))) ==
        "cut off: the file ends inside it");
}
