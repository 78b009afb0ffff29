// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/extraction/shingles.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news::bench;

namespace {

std::string words_of(std::string_view text) {
  std::string out;
  for (const std::string_view word : scored_words(text)) out.append(word).append("|");
  return out;
}

}  // namespace

TEST_CASE("extraction score: words are runs of letters, digits and underscores") {
  CHECK(words_of("It's 3.5 under_way – naïve?") == "It|s|3|5|under_way|naïve|");
  CHECK(words_of("橋が 閉じた。½") == "橋が|閉じた|½|");
  CHECK(words_of(" \n… ").empty());
  CHECK(words_of("end") == "end|");
}

TEST_CASE("extraction score: precision and recall of shingles, counted as often as they occur") {
  const Overlap same = overlap("a b c d e", "a b c d e");
  CHECK(same.exact);
  CHECK(same.precision == 1.0);
  CHECK(same.recall == 1.0);
  const Overlap half = overlap("a b c d e f", "a b c d x");  // 3 and 2 shingles, 1 in common
  CHECK_FALSE(half.exact);
  CHECK(half.precision == 0.5);
  CHECK(*half.recall == doctest::Approx(1.0 / 3));
  CHECK(overlap("a a a a a", "a a a a").recall == 0.5);
  CHECK(overlap("a b", "a b").precision == 1.0);
  CHECK(overlap("a b", "a").recall == 0.0);
}

TEST_CASE("extraction score: what is undefined is left out of the means") {
  CHECK_FALSE(overlap("", "a").recall);
  CHECK_FALSE(overlap("a", "").precision);
  CHECK(overlap("", "").exact);
  OverlapMean mean;
  CHECK(mean.f1() == 0);
  mean.add(overlap("a b c d", "a b c d"));
  mean.add(overlap("a b c d", ""));
  CHECK(mean.pages() == 2);
  CHECK(mean.precision() == 1.0);
  CHECK(mean.recall() == 0.5);
  CHECK(mean.exact() == 0.5);
  CHECK(mean.f1() == doctest::Approx(2.0 / 3));
}
