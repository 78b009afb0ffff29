// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reading.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

/// An invented story. Each test changes one part.
struct Story {
  std::string head = "<title>slug</title>";
  std::string data = "<doc-id id-string=\"n-1\"/><date.issue norm=\"20051120T053610+0100\"/>";
  std::string body_head = "<hedline><hl1>Bridge <em>closed</em></hl1><hl2>Second</hl2></hedline>";
  std::string content = "<p>The bridge is closed.</p><p>Until May.</p>";

  std::string xml() const {
    return "<nitf baselang=\"en-GB\"><head>" + head + "<docdata>" + data +
           "</docdata></head><body><body.head>" + body_head + "</body.head><body.content>" +
           content + "</body.content></body></nitf>\n";
  }
  Article read() const { return article_of("nitf", xml()); }
};

}  // namespace

TEST_CASE("nitf reader: a story is taken apart") {
  Story story;
  story.head +=
      "<tobject><tobject.subject tobject.subject.refnum=\"11\" tobject.subject.type=\"Politics\" "
      "tobject.subject.matter=\"Roads\"/><tobject.subject "
      "tobject.subject.refnum=\"12\"/></tobject>";
  story.data += "<key-list><keyword key=\"bridges\"/></key-list><doc.copyright holder=\"Wire\"/>";
  story.body_head +=
      "<byline>By Ada Whitlock<byttl>Roads editor</byttl></byline>"
      "<dateline><location>NORWICK</location><story.date/></dateline>";
  const Article article = story.read();
  CHECK(article.id == "n-1");
  CHECK(article.title == "Bridge closed");
  CHECK(joined(article.authors) == "Ada Whitlock");
  CHECK(iso(article.published) == "2005-11-20T05:36:10+01:00");
  CHECK(joined(article.topics) == "Roads; 12; bridges");
  CHECK(article.outlet == "Wire");
  CHECK(article.language.code() == "en");
  CHECK(article.body == "NORWICK - The bridge is closed.\nUntil May.");
}

TEST_CASE("nitf reader: a story is published when it may be") {
  Story story;
  story.data += "<date.release norm=\"20051121T000000Z\"/>";
  CHECK(iso(story.read().published) == "2005-11-21T00:00:00+00:00");
  story.data = "<date.release norm=\"20051119T000000Z\"/><date.issue norm=\"20051120T000000Z\"/>";
  CHECK(iso(story.read().published) == "2005-11-20T00:00:00+00:00");
  story.data = "";
  CHECK_FALSE(story.read().published);
}

TEST_CASE("nitf reader: what is missing is found elsewhere") {
  Story story;
  story.body_head = "<abstract><p>In short.</p></abstract>";
  story.content = "";
  CHECK(story.read().title == "slug");
  CHECK(story.read().body == "In short.");
}

TEST_CASE("nitf reader: a dateline is not said twice") {
  Story story;
  story.body_head += "<dateline>Norwick</dateline>";
  story.content = "<p>NORWICK (Wire) - It is closed.</p>";
  CHECK(story.read().body == "NORWICK (Wire) - It is closed.");
  story.content = "<p>TARN, Nov 20 (Wire) - It is closed.</p>";
  CHECK(story.read().body == "TARN, Nov 20 (Wire) - It is closed.");
}

TEST_CASE("nitf reader: documents behind each other are records") {
  const std::string two = "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>" + Story().xml() +
                          Story{.content = "<p>caf\xE9</p>"}.xml();
  const auto records = records_of("nitf", two);
  REQUIRE(records.size() == 2);
  CHECK(std::get<Article>(records[1]).body == "café");
  CHECK(std::get<Article>(records[1]).origin.record == 2);
}

TEST_CASE("nitf reader: a story that is cut off is named") {
  const std::string whole = Story().xml();
  const auto cut_at = [&](std::string_view where) { return whole.substr(0, whole.find(where)); };
  CHECK(refusal_of("nitf", cut_at("closed.</p>")) == "cut off: the file ends inside it");
  CHECK(refusal_of("nitf", cut_at("<body.content>")) == "cut off: the file ends inside it");
  CHECK(article_of("nitf", cut_at("</body></nitf>")).title == "Bridge closed");
  for (std::size_t size = 10; size < whole.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(records_of("nitf", whole.substr(0, size)).empty());
  }
}
