// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/wrapping.hpp"

#include <doctest/doctest.h>

using namespace news;

namespace {

/// Lines with "/" between, highlights in brackets.
std::string wrapped(std::string_view text, std::size_t columns,
                    const std::vector<ByteRange>& highlights = {}) {
  std::string out;
  for (const TextLine& line : wrap(text, highlights, columns)) {
    if (!out.empty()) out += "/";
    for (const TextPiece& piece : line) {
      out += piece.highlighted ? "[" + piece.text + "]" : piece.text;
    }
  }
  return out;
}

}  // namespace

TEST_CASE("wrapping: lines break at spaces") {
  CHECK(wrapped("", 10).empty());
  CHECK(wrapped("   ", 10).empty());
  CHECK(wrapped("aa bb cc", 5) == "aa bb/cc");
  CHECK(wrapped("  aa   bb ", 5) == "aa bb");
  CHECK(wrapped("aaaa bbbbbbb c", 5) == "aaaa/bbbbb/bb c");
  CHECK(wrapped("aa bb cc", 80) == "aa bb cc");
}

TEST_CASE("wrapping: Chinese and Japanese break between characters and fill their lines") {
  CHECK(wrapped("渡輪沉沒渡輪", 8) == "渡輪沉沒/渡輪");
  CHECK(wrapped("A 渡輪沉沒", 6) == "A 渡輪/沉沒");
  CHECK(wrapped("渡輪沉沒。", 8) == "渡輪沉/沒。");       // no line begins with a full stop
  CHECK(wrapped("渡輪「沉沒」", 6) == "渡輪/「沉/沒」");  // and none ends with an opening mark
}

TEST_CASE("wrapping: words of Korean, Arabic and Hebrew stay whole") {
  CHECK(wrapped("여객선 침몰", 8) == "여객선/침몰");
  CHECK(wrapped("غرق العبارة", 9) == "غرق/العبارة");
  CHECK(wrapped("המעבורת טבעה", 9) == "המעבורת/טבעה");
}

TEST_CASE("wrapping: emoji of several characters stay in one piece") {
  const std::string family = "\U0001F468\u200D\U0001F469\u200D\U0001F467";
  CHECK(wrapped(family + family, 6) == family + "/" + family);
  CHECK(wrapped("aaa\U0001F44D\U0001F3FD", 4) == "aaa/\U0001F44D\U0001F3FD");
}

TEST_CASE("wrapping: highlights go on in the next line") {
  CHECK(wrapped("aa bb cc", 5, {{3, 8}}) == "aa [bb]/[cc]");
  CHECK(wrapped("aabb", 10, {{1, 3}}) == "a[ab]b");
  CHECK(wrapped("aa bb cc", 10, {{0, 5}}) == "[aa bb] cc");
  CHECK(wrapped("aa bb", 10, {{0, 2}, {3, 5}}) == "[aa] [bb]");
}

TEST_CASE("wrapping: what a terminal must not be given is left out") {
  CHECK(wrapped("a\033[1mb\u202Ec\nd", 80) == "a [1mbc d");
  CHECK(wrapped("\u202E\u2066", 80).empty());
}
