// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/characters.hpp"

#include <thread>
#include <vector>

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("characters: what the tokenizer takes each for") {
  struct Row {
    char32_t c;
    CharKind kind;
    std::string_view folded;
    std::string_view plain;
    bool stemmable;
  };
  const Row rows[] = {
      {U'A', CharKind::letter, "a", "a", true},
      {U'\u00C9', CharKind::letter, "\u00E9", "e", true},
      {U'\u00DF', CharKind::letter, "ss", "ss", true},
      {U'\u0130', CharKind::letter, "i\u0307", "i", true},
      {U'\u0416', CharKind::letter, "\u0436", "\u0436", true},
      {U'\u0645', CharKind::letter, "\u0645", "\u0645", true},
      {U'7', CharKind::digit, "7", "7", false},
      {U'\u0667', CharKind::digit, "7", "7", false},
      {U' ', CharKind::separator, "", "", false},
      {U'.', CharKind::separator, "", "", false},
      {U'_', CharKind::separator, "", "", false},
      {U'\u2019', CharKind::separator, "", "", false},
      {U'\u0301', CharKind::complex, "", "", false},
      {U'\u00AD', CharKind::complex, "", "", false},
      {U'\u2082', CharKind::complex, "", "", false},
      {U'\u0E17', CharKind::complex, "", "", false},
      {U'\u4E2D', CharKind::complex, "", "", false},
      {U'\uFF11', CharKind::complex, "", "", false},
      {U'\U0010FFFF', CharKind::complex, "", "", false},
  };
  for (const Row& row : rows) {
    CAPTURE(static_cast<unsigned>(row.c));
    const CharInfo& info = char_info(row.c);
    CHECK(info.kind == row.kind);
    CHECK(info.folded() == row.folded);
    CHECK(info.plain() == row.plain);
    CHECK(info.stemmable == row.stemmable);
  }
}

TEST_CASE("characters: the classes of a code point") {
  struct Row {
    char32_t c;
    bool word;
    bool invisible;
    bool stemmable;
    int digit;
  };
  const Row rows[] = {
      {U'a', true, false, true, -1},       {U'7', true, false, false, 7},
      {U'\u0967', true, false, false, 1},  {U'\u2082', true, false, false, -1},
      {U'\u2167', true, false, false, -1}, {U'\u0301', true, false, true, -1},
      {U'\u4E2D', true, false, false, -1}, {U'\u30AB', true, false, false, -1},
      {U'\uAC00', true, false, false, -1}, {U'\u0E17', true, false, false, -1},
      {U'\u05D0', true, false, true, -1},  {U'\u00AD', false, true, false, -1},
      {U'\u200D', false, true, false, -1}, {U'\u202E', false, true, false, -1},
      {U'\uFEFF', false, true, false, -1}, {U'\u00B2', false, false, false, -1},
      {U'$', false, false, false, -1},     {U'\uFFFD', false, false, false, -1},
  };
  for (const Row& row : rows) {
    CAPTURE(static_cast<unsigned>(row.c));
    CHECK(is_word_char(row.c) == row.word);
    CHECK(is_invisible(row.c) == row.invisible);
    CHECK(is_stemmable(row.c) == row.stemmable);
    CHECK(digit_value(row.c) == row.digit);
  }
  CHECK(is_hebrew(U'\u05D0'));
  CHECK_FALSE(is_hebrew(U'a'));
  CHECK(is_subscript_digit(U'\u2080'));
  CHECK_FALSE(is_subscript_digit(U'\u208A'));
}

TEST_CASE("characters: threads may look up the same ones at once") {
  std::vector<std::size_t> sums(8);
  std::vector<std::thread> threads;
  for (std::size_t& sum : sums) {
    threads.emplace_back([&sum] {
      for (char32_t c = 0; c < 0x2200; ++c) sum += char_info(c).plain_size;
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::size_t sum : sums) CHECK(sum == sums.front());
  CHECK(sums.front() > 1000);
}
