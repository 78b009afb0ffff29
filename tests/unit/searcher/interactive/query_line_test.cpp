// SPDX-License-Identifier: GPL-3.0-or-later
// The line that a query is typed into.
#include "searcher/interactive/query_line.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

using namespace news;

namespace {

Key key(Key::Kind kind, char32_t c = 0) { return {kind, c}; }
Key control(char32_t c) { return key(Key::Kind::control, c); }

void type(QueryLine& line, std::u32string_view text) {
  for (const char32_t c : text) line.take(key(Key::Kind::character, c));
}

/// The text with "|" where the cursor is.
std::string shown(const QueryLine& line) {
  return std::string(line.text()).insert(line.cursor(), "|");
}

}  // namespace

TEST_CASE("query line: text goes in at the cursor") {
  QueryLine line("oil");
  type(line, U" price");
  CHECK(shown(line) == "oil price|");
  for (int i = 0; i < 6; ++i) line.take(key(Key::Kind::left));
  type(line, U" spot");
  CHECK(shown(line) == "oil spot| price");
}

TEST_CASE("query line: the keys of readline") {
  const struct {
    Key key;
    const char* expected;
  } cases[] = {
      {control(U'a'), "|crude oil price"},
      {control(U'e'), "crude oil price|"},
      {control(U'b'), "crude o|il price"},
      {control(U'f'), "crude oil| price"},
      {control(U'd'), "crude oi| price"},
      {control(U'h'), "crude o|l price"},
      {control(U'k'), "crude oi|"},
      {control(U'u'), "|l price"},
      {control(U'w'), "crude |l price"},
      {key(Key::Kind::backspace), "crude o|l price"},
      {key(Key::Kind::remove), "crude oi| price"},
      {key(Key::Kind::home), "|crude oil price"},
      {key(Key::Kind::end), "crude oil price|"},
  };
  for (const auto& [pressed, expected] : cases) {
    CAPTURE(expected);
    QueryLine line("crude oil price");
    for (int i = 0; i < 7; ++i) line.take(key(Key::Kind::left));
    REQUIRE(shown(line) == "crude oi|l price");
    CHECK(line.take(pressed));
    CHECK(shown(line) == expected);
  }
}

TEST_CASE("query line: a character is what a reader takes for one") {
  QueryLine line("ไม้ e\u0301 👨‍👩‍👧");
  line.take(key(Key::Kind::backspace));
  CHECK(shown(line) == "ไม้ e\u0301 |");
  line.take(key(Key::Kind::left));
  line.take(key(Key::Kind::backspace));
  CHECK(shown(line) == "ไม้ | ");
}

TEST_CASE("query line: nothing happens at its ends") {
  QueryLine line("a");
  line.take(key(Key::Kind::right));
  line.take(key(Key::Kind::remove));
  line.take(control(U'a'));
  for (const Key& pressed : {key(Key::Kind::left), key(Key::Kind::backspace), control(U'w')}) {
    line.take(pressed);
  }
  CHECK(shown(line) == "|a");
}

TEST_CASE("query line: keys that concern other things are not taken") {
  QueryLine line("a");
  for (const Key& pressed :
       {key(Key::Kind::up), key(Key::Kind::enter), key(Key::Kind::tab), control(U'x')}) {
    CHECK_FALSE(line.take(pressed));
  }
}

TEST_CASE("query line: what no terminal should show does not get in, nor a book") {
  QueryLine line;
  type(line, U"a\u202Eb\x1B");
  CHECK(line.text().find('\x1B') == std::string::npos);
  CHECK(line.text().find("\u202E") == std::string::npos);
  type(line, std::u32string(10'000, U'x'));
  CHECK(line.text().size() == 4096);
}

TEST_CASE("query line: of a long one, the part with the cursor can be seen") {
  QueryLine line("0123456789");
  CHECK(first_visible(line, 20) == 0);
  CHECK(first_visible(line, 5) == 6);
  line.take(key(Key::Kind::home));
  CHECK(first_visible(line, 5) == 0);
  CHECK(first_visible(QueryLine("渡輪沉沒"), 5) == 6);  // two columns each
}
