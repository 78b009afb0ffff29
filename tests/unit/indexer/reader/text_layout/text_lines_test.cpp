// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/text_lines.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

/// The lines of a text, each behind a "|"; behind a "/" if it begins a block.
std::string split(std::string_view text) {
  std::string out;
  for (const TextLine& line : split_text_lines(text)) {
    out += (line.after_blank ? "/" : "|") + line.text;
  }
  return out;
}

int columns(std::string_view line) {
  const auto lines = split_text_lines(line);
  REQUIRE(lines.size() == 1);
  return lines.front().columns;
}

/// A paragraph that was wrapped at column 60, with a short last line.
const std::string wrapped =
    "The council of Tarn met in the upper room of the inn on\n"
    "Friday to hear what the surveyor thinks of the old bridge,\n"
    "and what it may cost to mend the two arches nearest to the\n"
    "mill before the winter, when Divers are to be had for less\n"
    "than in spring.\n";
const std::string unwrapped =
    "The council of Tarn met in the upper room of the inn on Friday to hear what the surveyor "
    "thinks of the old bridge, and what it may cost to mend the two arches nearest to the mill "
    "before the winter, when Divers are to be had for less than in spring.";

}  // namespace

TEST_CASE("text lines: a text is divided and white space folded") {
  struct Row {
    std::string_view text;
    std::string_view lines;
  };
  const Row rows[] = {
      {"", ""},
      {" \n\t\n", ""},
      {"one", "/one"},
      {"one\ntwo\n\nthree", "/one|two/three"},
      {"one\r\ntwo\r\n\r\nthree\r\n", "/one|two/three"},
      {"one\rtwo\r\rthree", "/one|two/three"},
      {"one\ftwo", "/one|two"},
      {"  one \t two\u00A0three\u3000four ", "/one two three four"},
      {"one\n-----\ntwo\n* * *\nthree\n===\n", "/one/two/three"},
      {"one\n--\ntwo", "/one|--|two"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(split(row.text) == row.lines);
  }
}

TEST_CASE("text lines: columns are what wide gaps tabs and bars divide") {
  struct Row {
    std::string_view line;
    int columns;
  };
  const Row rows[] = {
      {"News Sport Farming", 1},
      {"News  Sport   Farming", 3},
      {"News\tSport", 2},
      {"News | Sport|Farming", 3},
      {"News \u00B7 Sport", 2},
      {"News \u2022 Sport", 2},
      {"Home \u00BB Sport", 2},
      {"News / Sport", 2},
      {"either/or", 1},
      {"News\u3000Sport", 2},
      {"A sentence.  Another one!  A third?  A last.", 1},
      {"   indented   ", 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(columns(row.line) == row.columns);
  }
}

TEST_CASE("text lines: wrapped paragraphs are made one line again") {
  CHECK(split(wrapped) == "/" + unwrapped);
  CHECK(split(wrapped + "\n" + wrapped) == "/" + unwrapped + "/" + unwrapped);
}

TEST_CASE("text lines: a short line ends a wrapped paragraph") {
  CHECK(split(wrapped + wrapped) == "/" + unwrapped + "|" + unwrapped);
  CHECK(split("Bridge\n" + wrapped) == "/Bridge|" + unwrapped);
}

TEST_CASE("text lines: indentation begins a paragraph") {
  CHECK(split(wrapped + "\nThe vote at the end of the night was ten to two for a new\n"
                        "   Bridge a little way down the river.\n") ==
        "/" + unwrapped +
            "/The vote at the end of the night was ten to two for a new|Bridge a little way down "
            "the river.");
}

TEST_CASE("text lines: a paragraph a line is left alone") {
  const std::string lines = unwrapped + "\n" + unwrapped + "\nand\n" + unwrapped;
  CHECK(split(lines) == "/" + unwrapped + "|" + unwrapped + "|and|" + unwrapped);
}

TEST_CASE("text lines: short lines were not wrapped") {
  CHECK(split("a rose\nis a rose\nis a rose\nis a rose\nis a rose") ==
        "/a rose|is a rose|is a rose|is a rose|is a rose");
}

TEST_CASE("text lines: ill-formed text comes out well-formed") {
  CHECK(split("a\xFF"
              "b\n\xC3") == "/a\uFFFDb|\uFFFD");
  CHECK(split(std::string_view("a\0b", 3)) == "/a b");
}
