// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/piece.hpp"

#include "tests/support/random_text.hpp"

#include <algorithm>
#include <string>

#include "text/piece_table.hpp"
#include <doctest/doctest.h>

using namespace news;

namespace {

std::string trimmed(std::string_view text) {
  const ByteRange piece = trim_marks(text, {0, text.size()});
  return std::string(text.substr(piece.begin, piece.size()));
}

std::size_t first_space(std::string_view text, std::size_t at) {
  while (at < text.size() && !ascii::is_space(text[at])) ++at;
  return at;
}

PieceKey key_of(std::string_view text) { return {text, {0, text.size()}}; }

}  // namespace

TEST_CASE("piece finder: it is white space that ends a piece, and no other byte") {
  for (int byte = 0; byte < 256; ++byte) {
    const auto c = static_cast<char>(byte);
    CAPTURE(byte);
    const std::string text = std::string("ab") + c + "cd";
    PieceFinder finder(text);
    CHECK(finder.next() == ByteRange{0, ascii::is_space(c) ? 2U : 5U});
  }
}

TEST_CASE("piece finder: it finds what stands between white spaces, one after another") {
  const auto check = [](std::string_view text) {
    PieceFinder finder(text);
    for (std::size_t at = 0;;) {
      while (at < text.size() && ascii::is_space(text[at])) ++at;
      const std::size_t end = first_space(text, at);
      REQUIRE(finder.next() == ByteRange{at, end});
      if (at == end) break;
      at = end;
    }
    REQUIRE(finder.next().size() == 0);
  };
  check("");
  for (std::size_t size = 1; size < 200; ++size) {
    for (std::size_t spaces = 0; spaces < 4; ++spaces) {
      const std::string space(spaces, '\n');
      check(std::string(size, 'a') + space);
      check(space + std::string(size, 'a') + space + "bc" + space + "d");
    }
    check(std::string(size, ' '));
  }
  test::RandomText random(4);
  for (int i = 0; i < 2000; ++i) check(random.bytes(300) + " " + random.bytes(8));
}

TEST_CASE("piece: marks around it are trimmed, and what may belong to a word is not") {
  struct Row {
    std::string_view text;
    std::string_view trimmed;
  };
  const Row rows[] = {
      {"oil", "oil"},   {"oil,", "oil"},      {"oil.\"", "oil"},
      {"(oil)", "oil"}, {"\"'oil'\"", "oil"}, {"<OIL>,", "OIL"},
      {"oil--", "oil"}, {"[oil];", "oil"},    {"U.S.", "U.S"},
      {"C++", "C++"},   {"C#.", "C#"},        {"(@x)", "@x"},
      {"#x", "#x"},     {"$9", "$9"},         {"-9", "-9"},
      {"9%", "9%"},     {"a_", "a_"},         {"\u201Ca\u201D", "\u201Ca\u201D"},
      {"", ""},         {"\"", ""},           {"--", ""},
      {"...", ""},      {"(\"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(trimmed(row.text) == row.trimmed);
  }
}

TEST_CASE("piece key: it tells pieces apart, and does not look behind them") {
  const std::string text = "oil oils oilseeds oilseed0";
  const PieceKey key(text, {0, 3});
  CHECK(key.hash() == key_of("oil").hash());
  CHECK(key.words() == key_of("oil").words());
  CHECK(key_of(std::string("a\0", 2)).bytes() != key_of("a").bytes());
  for (std::size_t size = 1; size <= PieceKey::max_bytes; ++size) {
    const std::string piece(size, 'x');
    const PieceKey alone = key_of(piece);
    for (const std::size_t behind : {1U, 8U, 16U}) {
      const std::string around = "z" + piece + std::string(behind, 'y');
      const PieceKey inside(around, {1, 1 + size});
      CHECK(inside.hash() == alone.hash());
      CHECK(inside.words() == alone.words());
      CHECK(inside.rest() == alone.rest());
    }
    CHECK(alone.rest() == std::string_view(piece).substr(std::min<std::size_t>(size, 16)));
  }
}

TEST_CASE("piece table: what was put in is found with its lexemes, and nothing else") {
  PieceTable table;
  CHECK(table.find(key_of("oil")) == nullptr);
  constexpr std::uint32_t count = 20'000;
  for (std::uint32_t i = 0; i < count; ++i) {
    table.insert(key_of("piece number " + std::to_string(i)), {i, i % 7});
  }
  std::uint32_t missing = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const PieceTable::Slot* slot = table.find(key_of("piece number " + std::to_string(i)));
    if (slot == nullptr) {
      ++missing;
      continue;
    }
    REQUIRE(slot->first == i);
    REQUIRE(slot->count == i % 7);
    REQUIRE(table.find(key_of("piece numbex " + std::to_string(i))) == nullptr);
  }
  // One whose places are all taken is forgotten.
  CHECK(missing < count / 100);
  CHECK(table.size() == count - missing);
}
