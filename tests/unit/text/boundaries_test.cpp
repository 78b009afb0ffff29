// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/boundaries.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

/// The parts of a text with bars between.
std::string parts(Boundaries& boundaries, std::string_view text) {
  boundaries.set_text(text);
  std::string out;
  std::size_t begin = 0;
  while (const auto end = boundaries.next()) {
    out += std::string(text.substr(begin, *end - begin)) + "|";
    begin = *end;
  }
  return out;
}

}  // namespace

TEST_CASE("boundaries: words and sentences are given as byte offsets") {
  Boundaries words(Boundaries::Kind::words);
  CHECK(parts(words, "na\u00EFve \u4E2D\u56FD!") == "na\u00EFve| |\u4E2D\u56FD|!|");
  Boundaries sentences(Boundaries::Kind::sentences);
  CHECK(parts(sentences, "\u00C9t\u00E9. Two") == "\u00C9t\u00E9. |Two|");
}

TEST_CASE("boundaries: one object takes text after text") {
  Boundaries words(Boundaries::Kind::words);
  CHECK(parts(words, "one two") == "one| |two|");
  CHECK(parts(words, "") == "");
  CHECK(parts(words, "three") == "three|");
}

TEST_CASE("boundaries: a text may be left before its end") {
  Boundaries words(Boundaries::Kind::words);
  words.set_text("one two three");
  CHECK(words.next() == 3);
  words.set_text("a b");
  CHECK(words.next() == 1);
  CHECK(words.next() == 2);
  CHECK(words.next() == 3);
  CHECK(words.next() == std::nullopt);
  CHECK(words.next() == std::nullopt);
}
