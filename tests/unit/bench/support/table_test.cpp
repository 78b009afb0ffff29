// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/support/table.hpp"

#include <doctest/doctest.h>

using namespace news::bench;

TEST_CASE("bench table: names are flush left, figures flush right") {
  CHECK(format_table(
            {{"contestant", "s", "MB/s"}, {{"a", "10.25", "3"}, {"longer name", "9", "12"}}}) ==
        "contestant       s  MB/s\n"
        "-----------  -----  ----\n"
        "a            10.25     3\n"
        "longer name      9    12\n");
}

TEST_CASE("bench table: other columns can hold words, too") {
  CHECK(format_table({{"a", "kind", "n"}, {{"x", "w", "10"}, {"y", "words", "5"}}, {0, 1}}) ==
        "a  kind    n\n"
        "-  -----  --\n"
        "x  w      10\n"
        "y  words   5\n");
}

TEST_CASE("bench table: rows may be short, and no line ends in spaces") {
  CHECK(format_table({{"a", "b", "c"}, {{"x"}, {"y", "22"}, {"z", "1", ""}}}) ==
        "a   b  c\n"
        "-  --  -\n"
        "x\n"
        "y  22\n"
        "z   1\n");
}

TEST_CASE("bench table: widths are those of a terminal") {
  CHECK(format_table({{"é", "n"}, {{"東京", "1"}}}) ==
        "é     n\n"
        "----  -\n"
        "東京  1\n");
}

TEST_CASE("bench table: a figure that was not measured is a dash") {
  CHECK(figure(1.255, 1) == "1.3");
  CHECK(figure(21578, 0) == "21578");
  CHECK(figure(0, 2) == "-");
}
