// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/spelling_automaton.hpp"

#include "news/base/utf8.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace news;

namespace {

std::u32string characters(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out.push_back(utf8::decode(text, at));
  return out;
}

/// How far `other` is from `word`, "far" for more than `edits`. All steps are taken, so that a word
/// is not given up too early.
std::string distance(std::string_view word, std::string_view other, unsigned edits) {
  SpellingAutomaton automaton(word, edits);
  std::size_t depth = 0;
  bool alive = true;
  for (const char32_t c : characters(other)) alive &= automaton.step(depth++, c);
  if (!automaton.accepts(depth)) return "far";
  REQUIRE(alive);
  return std::to_string(automaton.distance(depth));
}

/// The same by the whole table, as the definition has it.
std::string reference(std::string_view word, std::string_view other, unsigned edits) {
  const std::u32string a = characters(word);
  const std::u32string b = characters(other);
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()] <= edits ? std::to_string(d[a.size()][b.size()]) : "far";
}

}  // namespace

TEST_CASE("spelling automaton: how far one word is from another") {
  struct Row {
    const char* word;
    const char* other;
    const char* distance;
  };
  const Row rows[] = {
      {"surplus", "surplus", "0"},
      {"surplus", "surpluss", "1"},
      {"surplus", "surpus", "1"},
      {"surplus", "surplas", "1"},
      {"surplus", "surpuls", "1"},
      {"surplus", "usrplus", "1"},
      {"surplus", "urplu", "2"},
      {"surplus", "usrpuls", "2"},
      {"surplus", "", "far"},
      {"ca", "abc", "far"},  // no part is edited twice
      {"", "ab", "2"},
      {"\u0444\u0435\u0440\u0438", "\u0444\u0435\u0440\u0435", "1"},
      {"f\u00E4hre", "fahre", "1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.word);
    CAPTURE(row.other);
    CHECK(distance(row.word, row.other, 2) == row.distance);
  }
}

TEST_CASE("spelling automaton: it agrees with the definition") {
  std::mt19937 random(4);
  const auto word = [&random] {
    std::string out;
    for (std::size_t i = random() % 7; i > 0; --i) out += "abc"[random() % 3];
    return out;
  };
  for (int round = 0; round < 20'000; ++round) {
    const std::string a = word();
    const std::string b = word();
    const auto edits = static_cast<unsigned>(random() % 3);
    CAPTURE(a);
    CAPTURE(b);
    REQUIRE(distance(a, b, edits) == reference(a, b, edits));
  }
}

TEST_CASE("spelling automaton: steps can be taken again from any depth") {
  SpellingAutomaton automaton("reef", 1);
  const std::string first = "rexx";
  for (std::size_t i = 0; i < first.size(); ++i) {
    automaton.step(i, static_cast<unsigned char>(first[i]));
  }
  CHECK_FALSE(automaton.accepts(4));
  CHECK(automaton.step(2, 'e'));
  CHECK(automaton.accepts(3));
  CHECK(automaton.step(3, 'f'));
  CHECK(automaton.distance(4) == 0);
}
