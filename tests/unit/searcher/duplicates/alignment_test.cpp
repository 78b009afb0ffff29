// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/duplicates/alignment.hpp"

#include "news/base/hash.hpp"

#include <sstream>
#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace news;

namespace {

std::vector<StoryWord> words(const std::string& text) {
  std::vector<StoryWord> out;
  std::istringstream in(text);
  for (std::string word; in >> word;) out.push_back({.hash = hash64(word)});
  return out;
}

/// "0-2:3" for three words that begin at 0 in a and at 2 in b.
std::string shown(const std::vector<CommonRun>& runs) {
  std::string out;
  for (const CommonRun& run : runs) {
    out += fmt::format("{}{}-{}:{}", out.empty() ? "" : " ", run.in_a, run.in_b, run.words);
  }
  return out;
}

std::string runs(const std::string& a, const std::string& b) {
  return shown(common_runs(words(a), words(b)));
}

std::string ordered_runs(const std::string& a, const std::string& b) {
  return shown(in_order(common_runs(words(a), words(b))));
}

}  // namespace

TEST_CASE("alignment: runs of three words and more are common, shorter ones are not") {
  CHECK(runs("a b c d", "a b c d") == "0-0:4");
  CHECK(runs("a b c d e", "x b c d y") == "1-1:3");
  CHECK(runs("a b c d", "a b x c d").empty());
  CHECK(runs("", "a b c").empty());
  CHECK(runs("a b", "a b").empty());
}

TEST_CASE("alignment: what one text has more of lies between runs") {
  CHECK(runs("a b c d e f", "a b c x y d e f") == "0-0:3 3-5:3");
  CHECK(runs("a b c x y d e f", "a b c d e f") == "0-0:3 5-3:3");
}

TEST_CASE("alignment: of repeated words the longest continuation is taken, then the nearest") {
  CHECK(runs("a b c x a b c d", "a b c d") == "4-0:4");
  CHECK(runs("p q r a b c z z z a b c", "p q r y a b c") == "0-0:3 3-4:3");
}

TEST_CASE("alignment: moved paragraphs are common, and in order is what comes in both orders") {
  const std::string a = "a b c d e p q r";
  const std::string b = "p q r a b c d e";
  CHECK(runs(a, b) == "5-0:3 0-3:5");
  CHECK(ordered_runs(a, b) == "0-3:5");
  CHECK(words_in(common_runs(words(a), words(b))) == 8);
}

TEST_CASE("alignment: a text that repeats itself without end is aligned in time") {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += i % 2 == 0 ? "ha " : "ho ";
  CHECK(words_in(in_order(common_runs(words(text), words(text)))) == 20'000);
}
