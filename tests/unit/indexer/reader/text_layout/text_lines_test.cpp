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
      {"one\u2028two\u2029three\u0085four", "/one|two|three|four"},
      {"one\n\u200B\ntwo\n \u200E\u00AD\n", "/one/two"},
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

TEST_CASE("text lines: double spacing does not tell paragraphs apart") {
  const std::string twice = wrapped + wrapped;
  std::string spaced;
  for (const char c : twice) spaced += c == '\n' ? "\n\n" : std::string(1, c);
  CHECK(split(spaced) == "/" + unwrapped + "/" + unwrapped);
  CHECK(split(unwrapped + "\n\nand\n\n" + unwrapped + "\n\nor\n\n" + unwrapped) ==
        "/" + unwrapped + "/and/" + unwrapped + "/or/" + unwrapped);
}

TEST_CASE("text lines: a story of one wrapped paragraph") {
  struct Row {
    std::string_view text;
    std::string_view lines;
  };
  const Row rows[] = {
      {"Bridge closed\n\nThe old bridge at Tarn was closed on Friday because water had\n"
       "risen above the arches.\n",
       "/Bridge closed/The old bridge at Tarn was closed on Friday because water had risen above "
       "the arches."},
      // the lines of something else
      {"Bridge closed\nBy Ada\n\nThe old bridge at Tarn was closed on Friday because water had\n"
       "risen above the arches.\n",
       "/Bridge closed|By Ada/The old bridge at Tarn was closed on Friday because water had|risen "
       "above the arches."},
      {"The old bridge at Tarn was closed on Friday because water had\nrisen above the arches\n",
       "/The old bridge at Tarn was closed on Friday because water had|risen above the arches"},
      {"The old bridge at Tarn\nwas closed on Friday.\n",
       "/The old bridge at Tarn|was closed on Friday."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(split(row.text) == row.lines);
  }
}

TEST_CASE("text lines: scripts without capital letters are wrapped too") {
  // Chinese goes on without a space; the blank or indentation divides.
  CHECK(split("\u3000\u3000\u6865\u6865\u6865\u6865\u6865\u6865\u6865\u6865\u6865\u6865\u6865"
              "\u6865\u6865\u6865\u6865\u6865\u6865\u6865\u6865\u6865\u6865\u6865\u6865\u6865"
              "\u6865\u6865\uFF0C\u81F3\n14\u4EBA\u3002\n\u3000\u3000\u6CB3\u3002\n") ==
        "/\u6865\u6865\u6865\u6865\u6865\u6865\u6865\u6865\u6865\u6865\u6865"
        "\u6865\u6865\u6865\u6865\u6865\u6865\u6865\u6865\u6865\u6865\u6865\u6865\u6865"
        "\u6865\u6865\uFF0C\u81F314\u4EBA\u3002|\u6CB3\u3002");
  CHECK(split("أغلق الجسر القديم في تارن يوم الجمعة بعد أن ارتفع منسوب المياه\nفوق الأقواس.\n") ==
        "/أغلق الجسر القديم في تارن يوم الجمعة بعد أن ارتفع منسوب المياه فوق الأقواس.");
  // Headlines end no sentence either, but are not all of one width.
  CHECK(split("أغلق الجسر القديم في تارن يوم الجمعة\nارتفع منسوب المياه\nسوق المدينة يفتح أبوابه "
              "مساء الجمعة بعد العاصفة\nالطقس في تارن\n") ==
        "/أغلق الجسر القديم في تارن يوم الجمعة|ارتفع منسوب المياه|سوق المدينة يفتح أبوابه مساء "
        "الجمعة بعد العاصفة|الطقس في تارن");
}

TEST_CASE("text lines: verses are not wrapped") {
  const std::string verse =
      "and down the long old river of the valley of Tarn\nand then the sea in all its grey\n"
      "and over it the bridge in first rain\nand in the grey of the very old mill\n"
      "a winter that was longer than the others\nand stayed\n";
  CHECK(split_text_lines(verse).size() == 6);
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
