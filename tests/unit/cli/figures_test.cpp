// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/figures.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("figures: thousands are set apart") {
  CHECK(with_commas(0) == "0");
  CHECK(with_commas(999) == "999");
  CHECK(with_commas(1000) == "1,000");
  CHECK(with_commas(21578) == "21,578");
  CHECK(with_commas(18'446'744'073'709'551'615U) == "18,446,744,073,709,551,615");
}

TEST_CASE("figures: bytes") {
  struct Row {
    double bytes;
    std::string text;
  };
  const Row rows[] = {
      {0, "0 B"},          {999, "999 B"},  {1000, "1.0 kB"},   {999'400, "999.4 kB"},
      {27.6e6, "27.6 MB"}, {1e9, "1.0 GB"}, {2.5e12, "2.5 TB"}, {1e16, "10000.0 TB"}};
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    CHECK(readable_bytes(row.bytes) == row.text);
  }
}

TEST_CASE("figures: durations") {
  struct Row {
    double seconds;
    std::string text;
  };
  const Row rows[] = {{0, "0.0 s"},        {0.84, "0.8 s"},        {59.9, "59.9 s"},
                      {60, "1 min 0 s"},   {125, "2 min 5 s"},     {3599.4, "59 min 59 s"},
                      {3600, "1 h 0 min"}, {11'520, "3 h 12 min"}, {360'000, "100 h 0 min"}};
  for (const Row& row : rows) {
    CAPTURE(row.seconds);
    CHECK(readable_duration(row.seconds) == row.text);
  }
}

TEST_CASE("figures: one is not many") {
  CHECK(counted(0, "file") == "0 files");
  CHECK(counted(1, "file") == "1 file");
  CHECK(counted(2000, "file") == "2,000 files");
}
