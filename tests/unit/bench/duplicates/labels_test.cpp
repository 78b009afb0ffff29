// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/duplicates/labels.hpp"

#include "news/base/error.hpp"
#include "tests/support/temporary_folder.hpp"

#include <doctest/doctest.h>

using namespace news;
using namespace news::bench;

TEST_CASE("duplicate labels: a pair a line, and notes are passed over") {
  const test::TemporaryFolder folder;
  folder.write("labels.tsv", "# notes\n\nwires\ta 1\tb\tsame\nwires\tc\td\tdifferent\n");
  const std::vector<LabelledPair> pairs = read_labels(folder / "labels.tsv");
  REQUIRE(pairs.size() == 2);
  CHECK(pairs[0].collection == "wires");
  CHECK(pairs[0].a == "a 1");
  CHECK(pairs[0].is_one_story);
  CHECK(pairs[1].b == "d");
  CHECK_FALSE(pairs[1].is_one_story);
}

TEST_CASE("duplicate labels: a line without a label is named") {
  const test::TemporaryFolder folder;
  folder.write("labels.tsv", "wires\ta\tb\tsame\nwires\tc\td\n");
  CHECK_THROWS_WITH_AS(read_labels(folder / "labels.tsv"), doctest::Contains("line 2 has no label"),
                       InputError);
  CHECK_THROWS_AS(read_labels(folder / "none.tsv"), InputError);
}
