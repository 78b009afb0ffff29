// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/framers.hpp"

#include "indexer/reader/registry.hpp"
#include "news/base/error.hpp"
#include "tests/support/byte_streams.hpp"

#include <random>
#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

std::unique_ptr<RecordFramer> elements(InputWindow& input) {
  return frame_elements(input, {.open = "<DOC", .close = "</DOC>", .enough = "</TEXT>"});
}

std::unique_ptr<RecordFramer> json(InputWindow& input) { return find_reader("json")->frame(input); }

/// Pieces that mean something to one framer or another, in any order.
std::string mixture(std::mt19937& random) {
  static const std::string pieces[] = {
      "<DOC>", "<doc a=1>", "</DOC>", "</doc>", "<DOC", "<DOCX>", "</TEXT>", "<", ">",   "x",
      "\n",    "\r\n",      "{",      "}",      "[",    "]",      "\"",      ",", "\\",  "12",
      " ",     "{}",        "\"a{\"", "{\"a\"", ":1}",  "\xE9",   "\0",      "]", "null"};
  std::string text;
  for (int i = 0; i < 30; ++i) text += pieces[random() % std::size(pieces)];
  return text;
}

}  // namespace

TEST_CASE("framers: whatever pieces the input comes in the records are the same") {
  std::mt19937 random(3);
  for (int round = 0; round < 60; ++round) {
    const std::string text = mixture(random);
    CAPTURE(text);
    for (const MakeFramer& frame : {MakeFramer(frame_whole), MakeFramer(frame_lines),
                                    MakeFramer(elements), MakeFramer(json)}) {
      const std::string records = framed(frame, text);
      for (const std::size_t piece : {1U, 2U, 5U}) {
        REQUIRE(framed(frame, text, piece) == records);
      }
    }
  }
}

TEST_CASE("framers: the whole of a stream is one record") {
  CHECK(framed(frame_whole, "") == "0=");
  CHECK(framed(frame_whole, "a\nb") == "0=a\nb");
}

TEST_CASE("framers: a line is a record and blank ones are counted") {
  struct Row {
    std::string_view text;
    std::string_view records;
  };
  const Row rows[] = {
      {"", ""},
      {"\n\n", ""},
      {"a", "1=a"},
      {"a\n", "1=a"},
      {"a\nb\n", "1=a\n2=b"},
      {"\n \t\r\na\n\nb", "3=a\n5=b"},
      {"a\r\nb\r\n", "1=a\r\n2=b\r"},
      {"a\rb", "1=a\rb"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(framed(frame_lines, std::string(row.text)) == row.records);
  }
}

TEST_CASE("framers: an element is a record and what is between them is passed over") {
  struct Row {
    std::string_view text;
    std::string_view records;
  };
  const Row rows[] = {
      {"", ""},
      {"no element", ""},
      {"<DOC>a</DOC>", "1=<DOC>a</DOC>"},
      {"x <DOC>a</DOC> y <DOC b=1>c</DOC> z", "1=<DOC>a</DOC>\n2=<DOC b=1>c</DOC>"},
      {"<doc\n>a</Doc>", "1=<doc\n>a</Doc>"},
      {"<DOCX>a<DOCNO/>", ""},
      {"<DOC><<DOCX></DOC", "1: cut off: the file ends before </DOC>"},
      {"<DOC>a<DOC>b</DOC>", "1: no </DOC> before the next <DOC\n2=<DOC>b</DOC>"},
      {"x</DOC></DOC><DOC>a</DOC></DOC>",
       "1: cut off: the file begins behind <DOC\n2=<DOC>a</DOC>"},
      {"x</doc>", "1: cut off: the file begins behind <DOC"},
      {"<DOC>a</text>b<DOC>c</TEXT>", "1=<DOC>a</text>b\n2=<DOC>c</TEXT>"},
      {"<DOC>a</DOC", "1: cut off: the file ends before </DOC>"},
      {"<DOC", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(framed(elements, std::string(row.text)) == row.records);
  }
}

TEST_CASE("framers: records that are never closed are not each looked for to the end") {
  std::string text;
  for (int i = 0; i < 300'000; ++i) text += "<DOC><DOCNO>1</DOCNO>";
  const std::string records = framed(elements, text);
  CHECK(records.starts_with("1: no </DOC> before the next <DOC\n2: no </DOC>"));
  CHECK(records.ends_with("\n300000: cut off: the file ends before </DOC>"));
}

TEST_CASE("framers: a record that is too long is refused and those behind it are read") {
  const std::size_t mib = 1024 * 1024;
  const std::size_t too_much = max_record_bytes + 1;
  CHECK(framed(frame_whole, long_stream("", too_much, 'x', "")) == "0: longer than 64 MiB");
  CHECK(framed(frame_lines, long_stream("a\n", too_much, 'x', "\nb\n")) ==
        "1=a\n2: longer than 64 MiB\n3=b");
  CHECK(framed(frame_lines, long_stream("", 2 * max_record_bytes + mib, 'x', "")) ==
        "1: longer than 64 MiB");
  CHECK(framed(elements, long_stream("<DOC>", too_much, 'x', "</DOC><DOC>b</DOC>")) ==
        "1: longer than 64 MiB\n2=<DOC>b</DOC>");
}

TEST_CASE("framers: a record of just the greatest length is read") {
  CHECK(framed(frame_whole, long_stream("", max_record_bytes, 'x', "")) == "0=[67108864]");
  CHECK(framed(frame_lines, long_stream("", max_record_bytes, 'x', "\n")) == "1=[67108864]");
}

TEST_CASE("framers: a stream that breaks ends the run and not just the record") {
  for (const MakeFramer& frame :
       {MakeFramer(frame_whole), MakeFramer(frame_lines), MakeFramer(elements), MakeFramer(json)}) {
    CHECK_THROWS_WITH_AS(framed(frame, breaking_stream("<DOC>{\"a")), "x: broken", InputError);
  }
}
