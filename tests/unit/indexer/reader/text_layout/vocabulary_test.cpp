// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/vocabulary.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

Vocabulary of_the_bridge() {
  return Vocabulary("The old bridge at Tarn was closed to traffic when the water had risen.");
}

}  // namespace

TEST_CASE("vocabulary: how many telling words a line shares with a story") {
  struct Row {
    std::string_view line;
    std::size_t telling;
    std::size_t shared;
  };
  const Row rows[] = {
      {"", 0, 0},
      {"the was when", 0, 0},
      {"Bridges closing at Tarn", 3, 3},
      {"Bridge painted", 2, 1},
      {"Markets fall", 2, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    const auto overlap = of_the_bridge().overlap(row.line);
    CHECK(overlap.telling == row.telling);
    CHECK(overlap.shared == row.shared);
  }
}

TEST_CASE("vocabulary: the share of nothing is nothing") {
  CHECK(of_the_bridge().overlap("").share() == 0.0);
  CHECK(of_the_bridge().overlap("Bridge painted").share() == 0.5);
}

TEST_CASE("vocabulary: phrases are looked for as they stand") {
  CHECK(of_the_bridge().has_phrase("bridge at Tarn"));
  CHECK_FALSE(of_the_bridge().has_phrase("Bridge at Tarn"));
}

TEST_CASE("vocabulary: an empty story shares nothing") {
  CHECK(Vocabulary("").overlap("Bridge closed").shared == 0);
}
