// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/utf8.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

/// The code points of a text, ill-formed parts as U+FFFD.
std::u32string decoded(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) points.push_back(utf8::decode(text, at));
  return points;
}

}  // namespace

TEST_CASE("utf8: decode reads every length of sequence") {
  CHECK(decoded("a\u00E9\u20AC\U0001F600") == U"a\u00E9\u20AC\U0001F600");
}

TEST_CASE("utf8: decode replaces each ill-formed part once and goes on behind it") {
  struct Row {
    std::string_view bytes;
    std::u32string_view points;
  };
  const Row rows[] = {
      {"a\x80"
       "b",
       U"a\uFFFDb"},                                      // a lone continuation byte
      {"\xC0\xAF", U"\uFFFD\uFFFD"},                      // overlong
      {"\xE2\x82", U"\uFFFD"},                            // cut off
      {"\xE2\x82z", U"\uFFFDz"},                          // interrupted
      {"\xED\xA0\x80", U"\uFFFD\uFFFD\uFFFD"},            // a surrogate
      {"\xF5\x80\x80\x80", U"\uFFFD\uFFFD\uFFFD\uFFFD"},  // past U+10FFFF
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    CHECK(decoded(row.bytes) == row.points);
    CHECK_FALSE(utf8::is_valid(row.bytes));
    CHECK(utf8::is_valid(utf8::repair(row.bytes)));
  }
}

TEST_CASE("utf8: append undoes decode for every code point") {
  for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 97) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    utf8::append(text, c);
    std::size_t at = 0;
    REQUIRE(utf8::decode(text, at) == c);
    REQUIRE(at == text.size());
  }
}

TEST_CASE("utf8: truncate cuts between characters") {
  CHECK(utf8::truncate("na\u00EFve", 10) == "na\u00EFve");
  CHECK(utf8::truncate("na\u00EFve", 4) == "na\u00EF");
  CHECK(utf8::truncate("na\u00EFve", 3) == "na");
  CHECK(utf8::truncate("\u20AC", 2).empty());
  CHECK(utf8::truncate("a\U0001F600", 4) == "a");
  CHECK(utf8::truncate(std::string(9, '\x80'), 6) == std::string(6, '\x80'));
}

TEST_CASE("utf8: count counts code points") { CHECK(utf8::count("a\u00E9\u20AC") == 3); }

TEST_CASE("utf8: the first and the last code point of a text") {
  CHECK(utf8::first("\u00E9a") == U'\u00E9');
  CHECK(utf8::last("a\U0001F600") == U'\U0001F600');
  CHECK(utf8::last("a") == U'a');
  CHECK(utf8::last("\x80") == utf8::replacement);
}
