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
  CHECK(names == "jsonl json reuters html text ");
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
      {"{\n\"a\": 1}\n", "x.jsonl", "jsonl"},
      {"{\n\"a\": 1}\n", "x.txt", "json"},
      {"[{\"a\": 1}]", "x.txt", "json"},
      {"[sic] he said", "x.json", "text"},
      {"<REUTERS >", "x.txt", "reuters"},
      {"<!DOCTYPE lewis>\n<REUTERS >", "x.sgm", "reuters"},
      {"Bridge closed", "x.json", "text"},
      {"Bridge closed", "", "text"},
      {"caf\xE9", "x.txt", "text"},
      {"\x1B[1mBridge", "x", "text"},
      {"a,b,c", "x.txt", "text"},
      {"a,b,c", "x.CSV", "[a table of values, which cannot be read yet]"},
      {"a\tb", "x.tsv", "[a table of values, which cannot be read yet]"},
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
      {"\x1F\x8B\x08", "[gzip data, which cannot be read yet]"},
      {"BZh9", "[bzip2 data, which cannot be read yet]"},
      {"PK\x03\x04", "[a zip archive or office document, which cannot be read yet]"},
      {"%PDF-1.4", "[a PDF document, which cannot be read yet]"},
      {"\xFF\xD8\xFF\xE0", "[a JPEG picture, which cannot be read yet]"},
      {"SQLite format 3", "[an SQLite database, which cannot be read yet]"},
      {"  <?xml version=\"1.0\"?>", "[an XML document, which cannot be read yet]"},
      {"<rss version=\"2.0\">", "[an RSS feed, which cannot be read yet]"},
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
