// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/formats.hpp"
#include "tests/support/reading.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

/// The titles of a source's articles; of what cannot be read its place and the reason.
std::string read(std::string source) {
  std::vector<std::string> out;
  for (const Record& record : records_of("jsonl", std::move(source))) {
    const auto* bad = std::get_if<BadRecord>(&record);
    out.push_back(bad == nullptr ? std::get<Article>(record).title
                                 : to_string(bad->origin) + ": " + bad->reason);
  }
  return joined(out, "\n");
}

}  // namespace

TEST_CASE("jsonl reader: every line is an article or is refused on its own") {
  CHECK(read("{\"title\": \"one\"}\n\n{\"title\": \"two\"}\r\n{\"title\": \"three\"}") ==
        "one\ntwo\nthree");
  CHECK(read("{\"title\": \"one\"}\n{\"title\": \n{\"title\": \"three\"}\n") ==
        "one\nx#2: not valid JSON: " +
            refusal_of("jsonl", "{\"title\": ").substr(std::string("not valid JSON: ").size()) +
            "\nthree");
  CHECK(read("[1]\n\"a\"\n12\n") ==
        "x#1: not a JSON object\nx#2: not a JSON object\nx#3: not a JSON object");
}

TEST_CASE("jsonl reader: a line that holds several articles names each") {
  const auto records = records_of("jsonl", R"({"articles": [{"title": "a"}, {"title": "b"}]})");
  REQUIRE(records.size() == 2);
  CHECK(to_string(std::get<Article>(records[0]).origin) == "x!1#1");
  CHECK(to_string(std::get<Article>(records[1]).origin) == "x!2#1");
}

TEST_CASE("jsonl reader: what is recognized") {
  struct Row {
    std::string_view head;
    std::string_view name;
    bool recognized;
  };
  const Row rows[] = {
      {"{\"a\": 1}\n{\"a\": 2}\n", "x", true},
      {"\n {\"a\": 1} \r\n{", "x", true},
      {"{}\n{}", "x", true},
      {"{\"a\": 1", "x", false},
      {"{\"a\": 1", "x.jsonl", true},
      {"{\"a\": 1", "x.ndjson", true},
      {"{\n \"a\": 1\n}\n", "x", false},
      {"[{\"a\": 1}]\n", "x.jsonl", false},
      {"{a}", "x.jsonl", false},
      {"", "x.jsonl", false},
      {"{\"a\": \n{\"a\": 2}\n{\"a\": 3}\n", "x.jsonl", true},
      {"{\"a\": \n{\"a\": 2}\n{\"a\": 3}\n", "x", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.head);
    CAPTURE(row.name);
    CHECK(make_json_lines_reader()->recognizes({row.head, row.name}) == row.recognized);
  }
}
