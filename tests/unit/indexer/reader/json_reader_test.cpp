// SPDX-License-Identifier: GPL-3.0-or-later
// How JSON documents are cut into records; json_record_test.cpp is about what is in them.
#include "indexer/reader/formats.hpp"
#include "tests/support/byte_streams.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

std::string records(std::string text) {
  static const std::unique_ptr<Reader> reader = make_json_reader();
  return framed([](InputWindow& input) { return reader->frame(input); }, std::move(text));
}

bool recognizes(std::string_view head, std::string_view name = "x") {
  return make_json_reader()->recognizes({head, name});
}

}  // namespace

TEST_CASE("json reader: the values of a document are its records") {
  struct Row {
    std::string text;
    std::string records;
  };
  const Row rows[] = {
      {"", ""},
      {" \n ", ""},
      {"[]", ""},
      {"{}", "0={}"},
      {" {\"a\": 1}\n", "0={\"a\": 1}"},
      {"[{\"a\": 1}]", "1={\"a\": 1}"},
      {"[\n {\"a\": 1},\r\n\t{\"b\": [2, {}]}\n]\n", "1={\"a\": 1}\n2={\"b\": [2, {}]}"},
      {"{\"a\": 1}{\"b\": 2}\n{\"c\": 3}", "1={\"a\": 1}\n2={\"b\": 2}\n3={\"c\": 3}"},
      {"[{}][{}]", "1={}\n2={}"},
      {R"({"a": "}{][", "b": "\"}", "c": "\\"}{})", R"(1={"a": "}{][", "b": "\"}", "c": "\\"})"
                                                    "\n2={}"},
      {"[1, null, \"a\", {}]", "1=1\n2=null\n3=\"a\"\n4={}"},
      {"[[{}], {}]", "1=[{}]\n2={}"},
      {"12", "0=12"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(records(row.text) == row.records);
  }
}

TEST_CASE("json reader: damage costs the record it is in") {
  struct Row {
    std::string text;
    std::string records;
  };
  const Row rows[] = {
      {"{\"a\": 1", "0: cut off: the file ends inside it"},
      {"[{\"a\": 1},", "1={\"a\": 1}\n2: cut off: the file ends before the list does"},
      {"[{\"a\": 1}, {\"b\"", "1={\"a\": 1}\n2: cut off: the file ends inside it"},
      {"[", "1: cut off: the file ends before the list does"},
      {"{\"a\": \"b}\n, \"c\": 1}\n{}",
       "1: not valid JSON: a string that its line does not close\n2={}"},
      {"{}}{}", "1={}\n2=}{}"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(records(row.text) == row.records);
  }
}

TEST_CASE("json reader: behind an element that is not closed reading goes on with the next") {
  const std::string string = ": not valid JSON: a string that its line does not close\n";
  const std::string missing = ": not valid JSON: a quote or bracket is missing\n";
  const std::string unlike = ": not valid JSON: brackets that do not match\n";
  struct Row {
    std::string_view what;
    std::string text;
    std::string records;
  };
  const Row rows[] = {
      {"a string, in a list with an object a line", "[\n{\"a\": 1},\n{\"a\": \"x},\n{\"a\": 3}\n]",
       "1={\"a\": 1}\n2" + string + "3={\"a\": 3}"},
      {"an object, in such a list", "[\n{\"a\": 1},\n{\"a\": 2,\n{\"a\": 3}\n]",
       "1={\"a\": 1}\n2" + missing + "3={\"a\": 3}"},
      {"an object, in an indented list",
       "[\n  {\n    \"a\": {\n      \"b\": 1\n    }\n  ,\n  {\n    \"a\": 2\n  }\n]",
       "1" + missing + "2={\n    \"a\": 2\n  }"},
      {"the same with brackets that share a line",
       "[\n  {\n    \"a\": [1\n  }, {\n    \"a\": 2\n  }\n]",
       "1" + unlike + "2={\n    \"a\": 2\n  }"},
      {"a string, in an indented list with objects in objects",
       "[\n  {\n    \"a\": \"x,\n    \"b\": {\n      \"c\": 1\n    }\n  },\n  {\n    \"a\": 2\n  "
       "}\n]",
       "1" + string + "2={\n    \"a\": 2\n  }"},
      {"an object, in a list without line ends",
       R"([{"a": 1, "b": [{"c": 1}, {"d": 2}]}, {"a": 2, {"a": 3}, {"a": 4}])",
       R"(1={"a": 1, "b": [{"c": 1}, {"d": 2}]})"
       "\n2" +
           missing +
           R"(3={"a": 3})"
           "\n" +
           R"(4={"a": 4})"},
      {"a string, in a list without line ends",
       R"([{"a": 1}, {"a": "x, "b": "y"}, {"a": 3}, {"a": 4}])",
       R"(1={"a": 1})"
       "\n2" +
           missing + R"(3={"a": 3})" + "\n" + R"(4={"a": 4})"},
      {"a list, in a list without line ends", R"([{"a": [1, "b": 2}, {"a": 3}])",
       "1" + unlike + R"(2={"a": 3})"},
      {"objects one behind the other", "{\"a\": 1}\n{\"a\": [1\n{\"a\": 3}\n",
       "1={\"a\": 1}\n2" + missing + "3={\"a\": 3}"},
      {"the first of them", "{\"a\": \"x\n{\"a\": 2}\n{\"a\": 3}\n",
       "1" + string + "2={\"a\": 2}\n3={\"a\": 3}"},
      {"a list that only the end of the file shows to be open",
       "[\n{\"a\": [1,\n{\"a\": 2},\n{\"a\": 3}\n]",
       "1: cut off: the file ends inside it\n2={\"a\": 2}\n3={\"a\": 3}"},
      {"in a list that an object wraps",
       "{\"n\": 3, \"articles\": [\n {\"a\": 1},\n {\"a\": \"x},\n {\"a\": 3}\n], \"m\": []}",
       "1={\"a\": 1}\n2" + string + "3={\"a\": 3}"},
      {"a wrapped list that is cut off", "{\"articles\": [{\"a\": 1}, {\"a\"",
       "1={\"a\": 1}\n2: cut off: the file ends inside it"},
      {"the last one", "[\n{\"a\": 1},\n{\"a\": \"x}\n]",
       "1={\"a\": 1}\n2: not valid JSON: a string that its line does not close"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(records(row.text) == row.records);
  }
}

TEST_CASE("json reader: going back is limited, however many lists are left open") {
  std::string text = "[\n";
  for (int i = 0; i < 20'000; ++i) text += "{\"a\": [1,\n";
  CHECK(records(text).ends_with("9: cut off: the file ends inside it"));
}

TEST_CASE("json reader: what is recognized") {
  struct Row {
    std::string_view head;
    std::string_view name;
    bool recognized;
  };
  const Row rows[] = {
      {"{\"a\": 1}", "x", true}, {"  [ { ", "x", true},     {"[]", "x", true},
      {"{}", "x", true},         {"{ hello }", "x", false}, {"[1, 2]", "x", false},
      {"[a]", "x.json", false},  {"{", "x.json", true},     {"{", "x", false},
      {"\n[\n", "x.json", true}, {"text", "x.json", false}, {"", "x.json", false},
      {"[\"a\"]", "x", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.head);
    CHECK(recognizes(row.head, row.name) == row.recognized);
  }
}

TEST_CASE("json reader: the list in an object that is too long for a record is read") {
  const std::string story = "{\"title\": \"" + std::string(20'000'000, 'x') + "\"}";
  const std::string list = "[" + story + ", " + story + ",\n" + story + ", " + story + "]";
  const std::string read = "1=[20000013]\n2=[20000013]\n3=[20000013]\n4=[20000013]";
  CHECK(records(R"({"tags": [{"a": 1}], "articles": )" + list + R"(, "more": [{"b": 2}]})") ==
        read);
  CHECK(records(R"({"response": {"pages": 9, "results": )" + list + "}}\n{\"title\": \"a\"}") ==
        read + "\n5={\"title\": \"a\"}");
  CHECK(records(R"({"articles": )" + list.substr(0, list.size() - 1)) ==
        read + "\n5: cut off: the file ends before the list does");
}

TEST_CASE("json reader: brackets that are never closed end at the greatest length") {
  const auto reader = make_json_reader();
  const std::string all = framed([&](InputWindow& input) { return reader->frame(input); },
                                 long_stream("{}\n", max_record_bytes + 1000, '{', ""));
  CHECK(all == "1={}\n2: not valid JSON: a quote or bracket is missing");
  const std::string lists = framed([&](InputWindow& input) { return reader->frame(input); },
                                   long_stream("{}\n", max_record_bytes + 1000, '[', ""));
  CHECK(lists == "1={}\n2: longer than an article can be, or brackets never closed");
}
