// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/romanization.hpp"

#include "news/base/utf8.hpp"
#include "news/text/fold.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

std::string ways_of(char32_t letter, char32_t next = 0) {
  const RomanizedLetter* known = romanized_letter(letter, next);
  if (known == nullptr) return "unknown";
  std::string out;
  for_each_way(*known, [&out](std::string_view way) { out += std::string(way) + "|"; });
  return out;
}

}  // namespace

TEST_CASE("romanization: letters and their ways") {
  CHECK(ways_of(U'\u0445') == "kh|h|ch|j|x|");
  CHECK(ways_of(U'\u0439') == "y|i|j||");
  CHECK(ways_of(U'\u03BF', U'\u03C5') == "u|ou|oo|w|");
  CHECK(ways_of(U'x') == "unknown");
  CHECK(ways_of(U'\u4E2D') == "unknown");
  CHECK(ways_of(U'\u0445', U'\u0445') == "unknown");
}

TEST_CASE("romanization: which letters begin a pair") {
  CHECK(begins_romanized_pair(U'\u03BF'));
  CHECK_FALSE(begins_romanized_pair(U'\u0445'));
  CHECK_FALSE(begins_romanized_pair(U'x'));
}

TEST_CASE("romanization: every letter is one that terms can have, and every way plain Latin") {
  for (const RomanizedLetter& row : romanized_letters()) {
    std::string letters;
    utf8::append(letters, row.letter);
    if (row.next != 0) utf8::append(letters, row.next);
    CAPTURE(letters);
    CHECK(fold_marks(fold_case(letters)) == letters);
    bool has_way = false;
    for_each_way(row, [&](std::string_view way) {
      has_way |= !way.empty();
      for (const char c : way) CHECK((c >= 'a' && c <= 'z'));
    });
    CHECK((has_way || row.ways == "-"));
  }
}
