// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/label_lines.hpp"

#include <doctest/doctest.h>

using news::begins_with_label;
using news::is_label_line;

TEST_CASE("label lines: labels in many languages, whatever stands around them") {
  for (const char* line :
       {"Advertisement", "ADVERTISEMENT", "Read more:", "» Lire aussi", "Czytaj więcej",
        "【関連記事】", "Читайте также", "[Anzeige]", "READ ALSO –"}) {
    CAPTURE(line);
    CHECK(is_label_line(line));
  }
}

TEST_CASE("label lines: a line that says more is none") {
  for (const char* line : {"", "...", "Read more about bridges", "He shares it",
                           "Advertisements fell", "Share prices fell"}) {
    CAPTURE(line);
    CHECK_FALSE(is_label_line(line));
  }
}

TEST_CASE("label lines: a label before another title or a name") {
  for (const char* line : {"Read more: River rises", "WATCH | Boats pass", "(Quelle: dpa)",
                           "Photo: Ann Example", "関連記事：橋"}) {
    CAPTURE(line);
    CHECK(begins_with_label(line));
  }
  for (const char* line : {"", ":", "Read more", "The mayor: we share", "Shares: up by two"}) {
    CAPTURE(line);
    CHECK_FALSE(begins_with_label(line));
  }
}
