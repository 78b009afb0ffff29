// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/throughput/reuters_copies.hpp"

#include <doctest/doctest.h>

using namespace news::bench;

namespace {

/// A story with an id, and what stands in its TEXT element.
std::string story(const std::string& id, const std::string& text) {
  return "<REUTERS OLDID=\"7\" NEWID=\"" + id + "\">\n<TEXT>" + text + "</TEXT>\n</REUTERS>\n";
}

}  // namespace

TEST_CASE("reuters copies: ids and the ends of texts change") {
  struct Row {
    std::string text;
    std::string changed;
  };
  const Row rows[] = {
      {"<BODY>The ferry sank.</BODY>", "<BODY>The ferry sank. copyc</BODY>"},
      {"<BODY>The ferry sank in\nthe harbour at noon on Sunday.\n&#3;</BODY>",
       "<BODY>The ferry sank in\nthe harbour at noon on Sunday. copyc\n&#3;</BODY>"},
      // the agency's name stays on a line of its own
      {"<BODY>The ferry sank.\n Reuter\n&#3;</BODY>",
       "<BODY>The ferry sank. copyc\n Reuter\n&#3;</BODY>"},
      // stories without a BODY
      {"\nFerry sinks at noon in the harbour of Norwick\n",
       "\nFerry sinks at noon in the harbour of Norwick copyc\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(reuters_copy(story("12", row.text), 2) == story("200012", row.changed));
  }
}

TEST_CASE("reuters copies: copy 0 is the original") {
  const std::string sgml = "<!DOCTYPE lewis>\n" + story("1", "<BODY>one</BODY>");
  CHECK(reuters_copy(sgml, 0) == sgml);
}

TEST_CASE("reuters copies: every story of a file, and nothing between them") {
  const std::string sgml = "<!DOCTYPE lewis>\n" + story("1", "<BODY>one</BODY>") +
                           story("21578", "<BODY>two</BODY>") + "<!-- end -->";
  CHECK(reuters_copy(sgml, 9) == "<!DOCTYPE lewis>\n" + story("900001", "<BODY>one copyj</BODY>") +
                                     story("921578", "<BODY>two copyj</BODY>") + "<!-- end -->");
}

TEST_CASE("reuters copies: no two copies share an id") {
  // 1 in copy 12 is not 12 in copy 1, however the digits are put together
  CHECK(reuters_copy(story("1", ""), 12).find("NEWID=\"1200001\"") != std::string::npos);
  CHECK(reuters_copy(story("12", ""), 1).find("NEWID=\"100012\"") != std::string::npos);
}

TEST_CASE("reuters copies: what is no story stays as it is") {
  for (const std::string text : {"", "no story", "<REUTERS NEWID=\"3\"> cut off"}) {
    CAPTURE(text);
    CHECK(reuters_copy(text, 3) == text);
  }
}

TEST_CASE("reuters copies: the first stories of a file") {
  const std::string one = story("1", "<BODY>one</BODY>");
  const std::string two = story("2", "<BODY>two</BODY>");
  CHECK(first_stories(one + two, 1) == one.substr(0, one.size() - 1));
  CHECK(first_stories(one + two, 5) == one + two);
}
