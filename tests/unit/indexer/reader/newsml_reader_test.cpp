// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reading.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

const std::string identification =
    "<Identification><NewsIdentifier><ProviderId>wire.example</ProviderId><NewsItemId>1</"
    "NewsItemId>"
    "<PublicIdentifier>urn:newsml:wire:1</PublicIdentifier></NewsIdentifier></Identification>"
    "<NewsManagement><FirstCreated>20051120T053610Z</FirstCreated>"
    "<ThisRevisionCreated>20051121T000000Z</ThisRevisionCreated></NewsManagement>";

std::string item(const std::string& component) {
  return "<NewsItem xml:lang=\"en\">" + identification + "<NewsComponent>" + component +
         "</NewsComponent></NewsItem>";
}

std::string newsml(const std::string& items) {
  return "<?xml version=\"1.0\"?><NewsML Version=\"1.2\"><NewsEnvelope/>" + items + "</NewsML>";
}

std::string content(const std::string& data) {
  return "<ContentItem><MediaType FormalName=\"Text\"/><DataContent>" + data +
         "</DataContent></ContentItem>";
}

Article component(const std::string& inside) { return article_of("newsml", newsml(item(inside))); }

}  // namespace

TEST_CASE("newsml reader: an item is taken apart") {
  const Article article = component(
      "<NewsLines><HeadLine>Bridge closed</HeadLine><ByLine>By Ada Whitlock</ByLine>"
      "<DateLine>NORWICK, Nov 20, 2005 (Wire) -</DateLine></NewsLines>"
      "<AdministrativeMetadata><Provider><Party FormalName=\"Wire\"/></Provider>"
      "</AdministrativeMetadata><DescriptiveMetadata><Language FormalName=\"de\"/><SubjectCode>"
      "<SubjectMatter FormalName=\"11\"/></SubjectCode><Property FormalName=\"Keyword\" "
      "Value=\"bridges\"/></DescriptiveMetadata>" +
      content(
          "<nitf><body><body.content><p>It is closed.</p><p>Until May.</p></body.content></body>"
          "</nitf>"));
  CHECK(article.id == "urn:newsml:wire:1");
  CHECK(article.title == "Bridge closed");
  CHECK(joined(article.authors) == "Ada Whitlock");
  CHECK(iso(article.published) == "2005-11-20T05:36:10+00:00");
  CHECK(iso(article.modified) == "2005-11-21T00:00:00+00:00");
  CHECK(article.outlet == "Wire");
  CHECK(article.language.code() == "de");
  CHECK(joined(article.topics) == "11; bridges");
  CHECK(article.body == "NORWICK, Nov 20, 2005 (Wire) - It is closed.\nUntil May.");
}

TEST_CASE("newsml reader: topics have the names that the item explains") {
  const std::string topics =
      "<TopicSet><Topic Duid=\"t1\"><FormalName>11</FormalName><Description Variant=\"Name\" "
      "xml:lang=\"fr\">Routes</Description><Description Variant=\"Name\" "
      "xml:lang=\"en\">Roads</Description></Topic></TopicSet>";
  CHECK(joined(component(topics + "<SubjectDetail FormalName=\"11\"/>").topics) == "Roads");
  CHECK(joined(component(topics + "<TopicOccurrence Topic=\"#t1\"/>").topics) == "Roads");
  CHECK(component(topics + "<TopicOccurrence Topic=\"#t2\"/>").topics.empty());
}

TEST_CASE("newsml reader: the forms of content") {
  struct Row {
    std::string data;
    std::string_view body;
  };
  const Row rows[] = {
      {"<p>One.</p><p>Two.</p>", "One.\nTwo."},
      {"<![CDATA[<P>One.</P><P>Two.</P>]]>", "One.\nTwo."},
      {"<html><head><title>x</title></head><body><p>One.</p></body></html>", "One."},
      {"One.\n\nTwo.", "One.\nTwo."},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.data);
    CHECK(component("<HeadLine>T</HeadLine>" + content(row.data)).body == row.body);
  }
}

TEST_CASE("newsml reader: items are told apart, and pictures named") {
  const auto records = records_of(
      "newsml", newsml(item(content("<p>One.</p>")) +
                       item("<ContentItem><MediaType FormalName=\"Photo\"/></ContentItem>") +
                       item(content("<p>Three.</p>"))));
  REQUIRE(records.size() == 3);
  CHECK(std::get<Article>(records[0]).body == "One.");
  CHECK(std::get<BadRecord>(records[1]).reason == "not a text: Photo");
  CHECK(std::get<Article>(records[2]).origin.record == 3);
}

TEST_CASE("newsml reader: damage is named") {
  CHECK(refusal_of("newsml", "<NewsML><NewsEnvelope/></NewsML>") == "no news item in <NewsML>");
  const std::string whole = newsml(item(content("<p>One.</p>")));
  CHECK(refusal_of("newsml", whole.substr(0, whole.find("One."))) ==
        "cut off: the file ends inside it");
  for (std::size_t size = 30; size < whole.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(records_of("newsml", whole.substr(0, size)).empty());
  }
}
