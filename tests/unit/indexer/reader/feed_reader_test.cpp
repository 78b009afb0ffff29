// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/utf8.hpp"
#include "tests/support/reading.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

const std::string namespaces =
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
    " xmlns:media=\"http://search.yahoo.com/mrss/\""
    " xmlns:wp=\"http://wordpress.org/export/1.2/\"";

std::string rss(const std::string& channel) {
  return "<rss version=\"2.0\"" + namespaces + "><channel><title>Norwick Courier</title>" +
         "<link>http://courier.example/</link><language>en-gb</language>" + channel +
         "</channel></rss>";
}

std::string atom(const std::string& inside) {
  return "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"de\"><title>Nordblatt</title>" +
         inside + "</feed>";
}

Article rss_item(const std::string& item) {
  return article_of("feed", rss("<item><title>T</title>" + item + "</item>"));
}

Article atom_entry(const std::string& entry) {
  return article_of("feed", atom("<entry><title>T</title>" + entry + "</entry>"));
}

}  // namespace

TEST_CASE("feed reader: an RSS item is taken apart") {
  const Article article = article_of(
      "feed",
      rss("<item><title>Bridge &amp; road closed</title>"
          "<link> http://courier.example/1 </link><guid isPermaLink=\"false\">c-1</guid>"
          "<pubDate>Sun, 20 Nov 2005 05:36:10 GMT</pubDate>"
          "<author>ada@courier.example (Ada Whitlock)</author><dc:creator>Ben "
          "Oake</dc:creator><category>Roads</category><dc:subject>Norwick</dc:subject>"
          "<description>Short.</description><content:encoded><![CDATA[<p>The "
          "bridge&nbsp;is <b>closed</b>.</p><p>Until May.</p>]]></content:encoded></item>"));
  CHECK(article.title == "Bridge & road closed");
  CHECK(article.url == "http://courier.example/1");
  CHECK(article.id == "c-1");
  CHECK(iso(article.published) == "2005-11-20T05:36:10+00:00");
  CHECK(joined(article.authors) == "Ada Whitlock; Ben Oake");
  CHECK(joined(article.topics) == "Roads; Norwick");
  CHECK(article.body == "The bridge is closed.\nUntil May.");
  CHECK(article.outlet == "Norwick Courier");
  CHECK(article.language.code() == "en");
  CHECK(article.origin.record == 0);
}

TEST_CASE("feed reader: an Atom entry is taken apart") {
  const Article article = article_of(
      "feed",
      atom("<author><name>Redaktion</name></author><entry><title type=\"html\">Br&amp;uuml;cke "
           "&lt;b&gt;zu&lt;/b&gt;</title><id>tag:nord.example,2005:1</id>"
           "<link rel=\"self\" href=\"http://nord.example/a\"/><link "
           "href=\"http://nord.example/1\"/>"
           "<published>2005-11-20T05:36:10Z</published><updated>2005-11-21T00:00:00Z</updated>"
           "<author><name>Jana Holm</name><email>j@nord.example</email></author>"
           "<category term=\"v\" label=\"Verkehr\"/><category term=\"stadt\"/>"
           "<summary>Kurz.</summary><content type=\"xhtml\"><div "
           "xmlns=\"http://www.w3.org/1999/xhtml\"><p>Die <i>Brücke</i> ist zu.</p><p>Bis "
           "Mai.</p></div></content></entry>"));
  CHECK(article.title == "Brücke zu");
  CHECK(article.id == "tag:nord.example,2005:1");
  CHECK(article.url == "http://nord.example/1");
  CHECK(iso(article.published) == "2005-11-20T05:36:10+00:00");
  CHECK(iso(article.modified) == "2005-11-21T00:00:00+00:00");
  CHECK(joined(article.authors) == "Jana Holm");
  CHECK(joined(article.topics) == "Verkehr; stadt");
  CHECK(article.body == "Die Brücke ist zu.\nBis Mai.");
  CHECK(article.outlet == "Nordblatt");
  CHECK(article.language.code() == "de");
}

TEST_CASE("feed reader: RSS 1.0, Atom 0.3 and CDF") {
  const Article rdf = article_of(
      "feed",
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
      " xmlns=\"http://purl.org/rss/1.0/\"" +
          namespaces +
          "><channel "
          "rdf:about=\"http://a.example/\"><title>Wire</title><dc:language>fr</dc:language>"
          "</channel><item rdf:about=\"http://a.example/1\"><title>Pont</title>"
          "<dc:date>2005-11-20</dc:date></item></rdf:RDF>");
  CHECK(rdf.outlet == "Wire");
  CHECK(rdf.url == "http://a.example/1");
  CHECK(iso(rdf.published) == "2005-11-20");
  CHECK(rdf.language.code() == "fr");

  const Article old_atom = article_of(
      "feed",
      "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><entry><title mode=\"escaped\">A "
      "&lt;i&gt;b&lt;/i&gt;</title><issued>2003-12-13</issued><modified>2003-12-14</modified>"
      "<content mode=\"base64\">VGhlIDxiPmJyaWRnZTwvYj4u</content></entry></feed>");
  CHECK(old_atom.title == "A b");
  CHECK(old_atom.body == "The bridge.");
  CHECK(iso(old_atom.published) == "2003-12-13");
  CHECK(iso(old_atom.modified) == "2003-12-14");

  const Article cdf = article_of(
      "feed",
      "<CHANNEL><TITLE>Wire</TITLE><ITEM HREF=\"http://a.example/1\"><TITLE>Bridge</TITLE>"
      "<ABSTRACT>Closed.</ABSTRACT></ITEM></CHANNEL>");
  CHECK(cdf.title == "Bridge");
  CHECK(cdf.body == "Closed.");
  CHECK(cdf.url == "http://a.example/1");
  CHECK(cdf.outlet == "Wire");
}

TEST_CASE("feed reader: where an entry leads") {
  struct Row {
    std::string item;
    std::string_view url;
    std::string_view id;
  };
  const Row rows[] = {
      {"<link>http://a.example/1</link>", "http://a.example/1", ""},
      {"<link>/news/1</link>", "http://courier.example/news/1", ""},
      {"<link xml:base=\"http://b.example/x/y\">1</link>", "http://courier.example/1", ""},
      {"<guid>http://a.example/2</guid>", "http://a.example/2", "http://a.example/2"},
      {"<guid isPermaLink=\"false\">http://a.example/2</guid>", "", "http://a.example/2"},
      {"<guid>two</guid>", "", "two"},
      {"<link/><guid>http://a.example/2</guid>", "http://a.example/2", "http://a.example/2"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.item);
    CHECK(rss_item(row.item).url == row.url);
    CHECK(rss_item(row.item).id == row.id);
  }
  CHECK(atom_entry("<link rel=\"enclosure\" href=\"http://a.example/1.mp3\"/>").url.empty());
  CHECK(atom_entry("<link rel=\"alternate\" href=\"http://a.example/1\"/>").url ==
        "http://a.example/1");
}

TEST_CASE("feed reader: the fullest text of an entry is its body") {
  struct Row {
    std::string item;
    std::string_view body;
  };
  const Row rows[] = {
      {"<description>One &lt;p&gt;two&lt;/p&gt;</description>", "One\ntwo"},
      {"<description>1 &lt; 2</description>", "1 < 2"},
      {"<description>one\n  two\n\n  three</description>", "one two\nthree"},
      {"<description>short</description><content:encoded>long</content:encoded>", "long"},
      {"<description>short</description><content:encoded> </content:encoded>", "short"},
      {"<media:description>caption</media:description><description>text</description>", "text"},
      {"<description><p>bare</p><p>tags</p></description>", "bare\ntags"},
      {"<description>&lt;script&gt;x&lt;/script&gt;text</description>", "text"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.item);
    CHECK(rss_item(row.item).body == row.body);
  }
  CHECK(atom_entry("<content type=\"text\">a &lt;b&gt; c</content>").body == "a <b> c");
  CHECK(atom_entry("<content type=\"image/png\">iVBORw0KGgo=</content>").body.empty());
}

TEST_CASE("feed reader: other vocabularies do not stand in for the entry's own") {
  const Article article = rss_item(
      "<media:content><media:title>Picture</media:title></media:content>"
      "<media:thumbnail/><x:title xmlns:x=\"urn:x\">X</x:title><x:link "
      "xmlns:x=\"urn:x\">l</x:link>");
  CHECK(article.title == "T");
  CHECK(article.url.empty());
}

TEST_CASE("feed reader: an entry taken from elsewhere names where") {
  CHECK(rss_item("<source url=\"http://t.example/\">Tarn Post</source>").outlet == "Tarn Post");
  CHECK(atom_entry("<source><title>Tarn Post</title><id>1</id></source>").outlet == "Tarn Post");
  CHECK(atom_entry("<source><id>1</id></source>").outlet == "Nordblatt");
}

TEST_CASE("feed reader: entries are told apart") {
  const auto records = records_of(
      "feed", rss("<item><title>a</title></item><item/><item><guid>g</guid></item>"
                  "<item><title>c</title><wp:post_type>attachment</wp:post_type></item>"));
  REQUIRE(records.size() == 4);
  CHECK(display_id(std::get<Article>(records[0])) == "x#1");
  CHECK(std::get<BadRecord>(records[1]).reason == "no text");
  CHECK(std::get<Article>(records[2]).id == "g");
  CHECK(std::get<Article>(records[2]).origin.record == 3);
  CHECK(std::get<BadRecord>(records[3]).reason == "part of a site that is no article: attachment");
}

TEST_CASE("feed reader: ill-formed feeds are read as they were meant") {
  struct Row {
    std::string feed;
    std::string_view titles;
  };
  const std::string item = "<item><title>a</title></item>";
  const Row rows[] = {
      {rss("<item><title>AT&T & more</title></item>"), "AT&T & more"},
      {rss("<item><description>x<br>y<p>z</description><title>a</title></item>" + item), "a; a"},
      {rss("<item><title>a</title>" + item), "a; a"},
      {rss("<item><title>a</itme></title></item>" + item), "a; a"},
      {"<rss><channel><item><title>caf\xE9</title></item></channel></rss>", "café"},
      {"junk <rss><channel>" + item + "</channel></rss> junk", "a"},
      {"<rss><channel><item><dc:title>undeclared</dc:title></item></channel></rss>", "undeclared"},
      {"<rss><channel><item><title>a\x01 b</title></item></channel></rss>", "a b"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.feed);
    std::vector<std::string> titles;
    for (const Record& record : records_of("feed", row.feed)) {
      REQUIRE(std::holds_alternative<Article>(record));
      titles.push_back(std::get<Article>(record).title);
    }
    CHECK(joined(titles) == row.titles);
  }
}

TEST_CASE("feed reader: what cannot be read is named") {
  CHECK(refusal_of("feed", "<rss><channel><title>x</title></channel></rss>") ==
        "a feed without entries");
  CHECK(refusal_of("feed", "no markup at all") == "not XML that can be read");
  CHECK(refusal_of("feed", "<rss><channel><item><title>x") == "cut off: the file ends inside it");
  const auto records = records_of("feed", "<rss><channel><item><title>x</title></item>");
  REQUIRE(records.size() == 2);
  CHECK(std::holds_alternative<Article>(records[0]));
  CHECK(std::get<BadRecord>(records[1]).reason == "cut off: the file ends before </rss>");
}

TEST_CASE("feed reader: every truncation of a feed is read or named") {
  const std::string feed =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?><!DOCTYPE rss [<!ENTITY a "
      "\"b\">]>" +
      rss("<item><title>é &amp; &a;</title><link a='b'>http://a.example/1</link>"
          "<description><![CDATA[<p>x</p>]]></description></item><!-- c -->");
  for (std::size_t size = 0; size + 1 < feed.size(); ++size) {
    CAPTURE(size);
    const auto records = records_of("feed", feed.substr(0, size));
    REQUIRE_FALSE(records.empty());
    CHECK(std::holds_alternative<BadRecord>(records.back()));
    for (const Record& record : records) {
      if (const auto* article = std::get_if<Article>(&record)) {
        CHECK(utf8::is_valid(article->title + article->body));
      }
    }
  }
}

TEST_CASE("feed reader: hostile feeds") {
  std::string deep = "<item><description>";
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  CHECK(records_of("feed", rss(deep + "x")).size() == 1);
  std::string many = "<item><title>a</title>";
  for (int i = 0; i < 100'000; ++i) many += "<category>" + std::to_string(i) + "</category>";
  CHECK(article_of("feed", rss(many + "</item>")).topics.size() < 5000);
  std::string nested;
  for (int i = 0; i < 1000; ++i) nested += "<item><title>a</title>";
  CHECK(records_of("feed", rss(nested)).size() > 100);
}
