// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/sentences.hpp"

#include "news/base/utf8.hpp"
#include "tests/support/random_text.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

/// The sentences of a text, each in brackets.
std::string sentences(std::string_view text) {
  SentenceSplitter splitter;
  std::string out;
  for (const ByteRange& range : splitter.split(text)) {
    out += "[" + std::string(range.in(text)) + "]";
  }
  return out;
}

}  // namespace

TEST_CASE("sentences: where one ends and the next begins") {
  struct Row {
    std::string_view text;
    std::string_view sentences;
  };
  const Row rows[] = {
      {"", ""},
      {" \n\t ", ""},
      {"One", "[One]"},
      {"  One. Two!  Three? ", "[One.][Two!][Three?]"},
      {"One\nTwo", "[One][Two]"},
      {"One\n\n\n  Two", "[One][Two]"},
      {"Mr. Smith met Dr. Jones. They talked.", "[Mr. Smith met Dr. Jones.][They talked.]"},
      {"J. R. Roe spoke. He left.", "[J. R. Roe spoke.][He left.]"},
      {"The U.S. Congress met.", "[The U.S. Congress met.]"},
      {"On Nov. 20 they met. No. 10 was shut.", "[On Nov. 20 they met.][No. 10 was shut.]"},
      {"They met in Nov. Then they left.", "[They met in Nov.][Then they left.]"},
      {"It rose 8.5 percent to $1.2bn. Shares fell.",
       "[It rose 8.5 percent to $1.2bn.][Shares fell.]"},
      {"\u201CWe won.\u201D They cheered.", "[\u201CWe won.\u201D][They cheered.]"},
      {"首相が辞任した。後任は未定。", "[首相が辞任した。][後任は未定。]"},
      {"قال الوزير؟ نعم.", "[قال الوزير؟][نعم.]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(sentences(row.text) == row.sentences);
  }
}

TEST_CASE("sentences: one splitter takes text after text") {
  SentenceSplitter splitter;
  CHECK(splitter.split("One. Two.").size() == 2);
  CHECK(splitter.split("").empty());
  CHECK(splitter.split("Three.") == std::vector<ByteRange>{{0, 6}});
}

TEST_CASE("sentences: every character that is no white space is in one sentence") {
  test::RandomText random(9);
  SentenceSplitter splitter;
  for (int i = 0; i < 2000; ++i) {
    const std::string text = random.of(U"aB. .!?\n\"\u201D\u3002é中Mr\u00A0\u2029", 40);
    CAPTURE(text);
    std::size_t covered = 0;
    std::size_t last_end = 0;
    for (const ByteRange& range : splitter.split(text)) {
      REQUIRE(range.begin >= last_end);
      REQUIRE(range.begin < range.end);
      REQUIRE(utf8::is_valid(range.in(text)));
      for (const char c : text.substr(last_end, range.begin - last_end))
        REQUIRE((c == ' ' || c == '\n'));
      covered += range.size();
      last_end = range.end;
    }
    REQUIRE(covered <= text.size());
    for (const char c : text.substr(last_end)) REQUIRE((c == ' ' || c == '\n'));
  }
}
