// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/transport_marks.hpp"

#include "tests/support/random_text.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

struct Row {
  std::string_view text;
  std::string_view clean;
};

template <std::size_t N>
void check_all(const Row (&rows)[N]) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(without_transport_marks(row.text) == row.clean);
  }
}

std::string repeated(std::string_view piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += piece;
  return text;
}

}  // namespace

TEST_CASE("transport marks: the quoting of a mail is taken off") {
  check_all({
      {"> one\n> two\n>\n> three\n", "one\ntwo\n\nthree\n"},
      {">one\r\n>> two\r\n> > three", "one\r\ntwo\r\nthree"},
      // a few lines of a text may begin so
      {"> one\n> two\n", "> one\n> two\n"},
      {"one\n> two\n> three\n> four\nfive\n", "one\n> two\n> three\n> four\nfive\n"},
  });
}

TEST_CASE("transport marks: the link numbers of a text browser are taken off") {
  check_all({
      {"[1]Home [2]Sport\nBy [3]Ada Oake", "Home Sport\nBy Ada Oake"},
      {"[7]Home [8]Sport [9]43%", "Home Sport 43%"},
      // numbers of another kind
      {"[1]Home [2]Sport", "[1]Home [2]Sport"},
      {"in [1998] or [2001] or [2004]", "in [1998] or [2001] or [2004]"},
      {"[1] and [1] and [2] and [3]", "[1] and [1] and [2] and [3]"},
      {"[1a] [2] [3] [x] [", "[1a] [2] [3] [x] ["},
      {"[99999] [100000] [100001]", "[99999] [100000] [100001]"},
      {"[sic] [1] [2] [3", "[sic] [1] [2] [3"},
  });
}

TEST_CASE("transport marks: entities without markup are decoded once") {
  check_all({
      {"Tarn&#39;s &quot;old&quot; bridge &amp; mill", "Tarn's \"old\" bridge & mill"},
      {"Tarn&rsquo;s&nbsp;&#x2014; &pound;3", "Tarn\u2019s \u2014 \u00A33"},
      {"&amp;quot;", "&quot;"},
      // where markup is spoken of, they may be the story
      {"<b> is written &quot;", "<b> is written &quot;"},
      {"write &lt; and &amp;", "write &lt; and &amp;"},
      {"write &amp;lt; and &quot;", "write &amp;lt; and &quot;"},
      // what is none, or does not print
      {"AT&T; &; &# &#; &#x; &#9; &#xD800; &#x110000; &#99999999999; &amp",
       "AT&T; &; &# &#; &#x; &#9; &#xD800; &#x110000; &#99999999999; &amp"},
      {"&#150;", "&#150;"},
  });
}

TEST_CASE("transport marks: a plain text stays as it is") {
  check_all(
      {{"", ""},
       {"The bridge.\n\nA mill & [a barn]; 3 > 2\n", "The bridge.\n\nA mill & [a barn]; 3 > 2\n"}});
}

TEST_CASE("transport marks: a hundred thousand of them are taken off in one pass") {
  constexpr int times = 100'000;
  CHECK(without_transport_marks(repeated("&amp;", times)) == repeated("&", times));
  CHECK(without_transport_marks(repeated("> a\n", times)) == repeated("a\n", times));
  for (const std::string_view piece : {"[", "[1", "&", "&#", ">", "[1]"}) {
    CAPTURE(piece);
    CHECK(without_transport_marks(repeated(piece, times)).size() <= piece.size() * times);
  }
}

TEST_CASE("transport marks: well-formed text stays well-formed") {
  test::RandomText random(19);
  for (int i = 0; i < 3000; ++i) {
    const std::string text = random.of(U"&#x;[]123> \n\u00E9\u4E2Damplt", 60);
    CAPTURE(text);
    REQUIRE(utf8::is_valid(without_transport_marks(text)));
  }
}
