// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/registry.hpp"

#include "tests/support/reading.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

/// The name of the reader for a source, or why there is none in brackets.
std::string reader_for(std::string_view head, std::string_view name = "x") {
  const auto found = recognize({head, name});
  if (const auto* none = std::get_if<Unrecognized>(&found)) return "[" + none->reason + "]";
  return std::string(std::get<const Reader*>(found)->name());
}

}  // namespace

TEST_CASE("registry: readers are found by their names") {
  std::string names;
  for (const std::string_view name : reader_names()) {
    names += std::string(name) + " ";
    REQUIRE(find_reader(name) != nullptr);
    CHECK(find_reader(name)->name() == name);
  }
  CHECK(names ==
        "warc arc jsonl json feed nitf newsml newsml-g2 rcv1 wmt reuters trec iptc7901 anpa mail "
        "markdown tsv "
        "csv html text ");
  CHECK(find_reader("") == nullptr);
  CHECK(find_reader("JSON") == nullptr);
}

TEST_CASE("registry: what a source holds counts for more than its name") {
  struct Row {
    std::string_view head;
    std::string_view name;
    std::string_view reader;
  };
  const Row rows[] = {
      {"{\"a\": 1}\n{\"a\": 2}\n", "x.txt", "jsonl"},
      {"{\"a\": 1}\n", "x.json", "jsonl"},
      {"{\n\"a\": 1}\n", "x.jsonl", "json"},
      {"[[{\"a\": 1}]]", "x", "json"},
      {"[1, 2]", "x.json", "json"},
      {"[1, 2]", "x.txt", "text"},
      {std::string_view("{\"a\": \"\0\"}\n", 12), "x", "jsonl"},
      {"{\n\"a\": 1}\n", "x.txt", "json"},
      {"[{\"a\": 1}]", "x.txt", "json"},
      {"[sic] he said", "x.json", "text"},
      {"<rss version=\"2.0\"><channel>", "x.txt", "feed"},
      {"\n<!-- a --><r:rss xmlns:r=\"y\">", "x", "feed"},
      {"<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \">\">]><rss>", "x.html", "feed"},
      {"<rdf:RDF xmlns=\"http://purl.org/rss/1.0/\">", "x", "feed"},
      {"<feed xmlns=\"http://www.w3.org/2005/Atom\">", "x", "feed"},
      {"<feed version=\"0.3\"><title>a</title><entry>", "x", "feed"},
      {"<CHANNEL HREF=\"a\"><ITEM>", "x.cdf", "feed"},
      {"<nitf>", "x", "nitf"},
      {"<?xml version=\"1.0\"?>\n<NewsML Version=\"1.2\">", "x", "newsml"},
      {"<newsMessage>", "x", "newsml-g2"},
      {"<nar:newsItem xmlns:nar=\"y\">", "x", "newsml-g2"},
      {"<newsitem itemid=\"1\">", "x", "rcv1"},
      {"<dataset id=\"x\">", "x", "wmt"},
      {"<REUTERS >", "x.txt", "reuters"},
      {"<!DOCTYPE lewis>\n<REUTERS >", "x.sgm", "reuters"},
      {"Bridge closed", "x.json", "text"},
      {"Bridge closed", "", "text"},
      {"caf\xE9", "x.txt", "text"},
      {"\x1B[1mBridge", "x", "text"},
      {"a,b,c", "x.txt", "text"},
      {"a,b,c", "x.CSV", "csv"},
      {"a\tb", "x.tsv", "tsv"},
      {"[{\"a\": 1}]", "x.csv", "json"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.head);
    CAPTURE(row.name);
    CHECK(reader_for(row.head, row.name) == row.reader);
  }
}

TEST_CASE("registry: what is no news in a known form has no reader") {
  struct Row {
    std::string head;
    std::string_view reason;
  };
  const Row rows[] = {
      {"", "[empty]"},
      {" \r\n\t", "[empty]"},
      {std::string("a\0b", 3), "[binary data]"},
      {"\x01\x02\x03", "[binary data]"},
      {"\x1F\x8B\x08", "[binary data]"},
      {"PK\x03\x04", "[an office document or electronic book, which cannot be read yet]"},
      {"%PDF-1.4", "[a PDF document, which cannot be read yet]"},
      {"\xFF\xD8\xFF\xE0", "[a JPEG picture, which cannot be read yet]"},
      {"SQLite format 3", "[an SQLite database, which cannot be read yet]"},
      {"  <?xml version=\"1.0\"?>", "[XML without a root element]"},
      {"<?xml version=\"1.0\"?><a:shop>",
       "[XML with root <shop>, which is no news format known here]"},
      {"<?xml version=\"1.0\"?><rdf:RDF xmlns:foaf=\"y\">",
       "[XML with root <RDF>, which is no news format known here]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.head);
    CHECK(reader_for(row.head) == row.reason);
  }
}

TEST_CASE("registry: a few NUL bytes do not make binary data of markup") {
  CHECK(reader_for(std::string_view("<html><p>The bridge is \0 closed", 31)) == "html");
  CHECK(reader_for(std::string_view("<\0h\0t\0m\0l\0", 10)) == "[binary data]");
}

TEST_CASE("registry: pages are known by what they hold") {
  CHECK(reader_for("<!DOCTYPE HTML>") == "html");
  CHECK(reader_for("\n<HTML>") == "html");
  CHECK(reader_for("<?xml version=\"1.0\"?><!DOCTYPE html>") == "html");
}

TEST_CASE("registry: a form is not taken for another that starts like it") {
  CHECK(reader_for("PKs are scored from the spot") == "text");
  CHECK(reader_for("<htmlish>") == "text");
  CHECK(reader_for("  %PDF-1.4 is how such files start") == "text");
  CHECK(reader_for("A few \x02 control \x03 characters do no harm") == "text");
}
