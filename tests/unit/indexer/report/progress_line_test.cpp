// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/report/progress_line.hpp"

#include "news/text/display_width.hpp"

#include <doctest/doctest.h>

using namespace news;

namespace {

ProgressFigures half_done() {
  return {.records = 12'345,
          .bytes = 40'000'000,
          .bytes_in_all = 80'000'000,
          .seconds = 10,
          .reading = "archive/2005/part-00012.jsonl"};
}

}  // namespace

TEST_CASE("progress line: records, rates, bytes, time left and the file") {
  CHECK(progress_line(half_done()) ==
        "50%, 12,345 records, 1,234/s, 40.0 MB, 4.0 MB/s, 10.0 s left, "
        "archive/2005/part-00012.jsonl");
}

TEST_CASE("progress line: nothing is made up where the end is not known") {
  ProgressFigures figures = half_done();
  figures.reading = "a\033b";
  for (const std::optional<std::uint64_t> all : {std::optional<std::uint64_t>(), {0}, {1'000}}) {
    figures.bytes_in_all = all;
    CHECK(progress_line(figures) == "12,345 records, 1,234/s, 40.0 MB, 4.0 MB/s, a b");
    CHECK(progress_bar(figures, 80) == "12,345 records, 1,234/s, 40.0 MB  a b");
  }
  CHECK(progress_line({}) == "0 records, 0/s, 0 B, 0 B/s");
}

TEST_CASE("progress line: a bar where there is room") {
  CHECK(progress_bar(half_done(), 80) ==
        "[████▌    ] 50%, 12,345 records, 1,234/s, 40.0 MB, 10.0 s left  …rt-00012.jsonl");
  CHECK(progress_bar(half_done(), 120) ==
        "[█████████▌         ] 50%, 12,345 records, 1,234/s, 40.0 MB, 4.0 MB/s, 10.0 s left  "
        "archive/2005/part-00012.jsonl");
}

TEST_CASE("progress line: it never fills the last column") {
  for (std::size_t columns = 2; columns < 250; ++columns) {
    CAPTURE(columns);
    CHECK(display_width(std::string_view(progress_bar(half_done(), columns))) < columns);
  }
}
