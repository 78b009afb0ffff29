// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/byte_order.hpp"

#include "tests/support/random_text.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("byte order: the first eight bytes are a number, the first byte its greatest") {
  CHECK(first_bytes("") == 0);
  CHECK(first_bytes("a") == 0x6100'0000'0000'0000);
  CHECK(first_bytes("abc") == 0x6162'6300'0000'0000);
  CHECK(first_bytes("\xFF") == 0xFF00'0000'0000'0000);
  CHECK(first_bytes("abcdefgh") == 0x6162'6364'6566'6768);
  CHECK(first_bytes("abcdefghi") == first_bytes("abcdefghj"));
  CHECK(first_bytes(std::string("a\0", 2)) == first_bytes("a"));
}

TEST_CASE("byte order: texts that differ in it compare as it does") {
  test::RandomText random(1);
  for (int i = 0; i < 20'000; ++i) {
    const std::string a = random.bytes(10);
    const std::string b = random.bytes(3) + a.substr(0, random.below(9));
    if (first_bytes(a) == first_bytes(b)) continue;
    REQUIRE((first_bytes(a) < first_bytes(b)) == (a < b));
  }
}

TEST_CASE("byte order: what two texts have in common at their beginning") {
  CHECK(common_start("", "") == 0);
  CHECK(common_start("a", "") == 0);
  CHECK(common_start("abc", "abd") == 2);
  CHECK(common_start(std::string("a\0", 2), "a") == 1);
  test::RandomText random(3);
  for (int i = 0; i < 20'000; ++i) {
    const std::string common = random.bytes(20);
    const std::string a = common + random.bytes(2);
    const std::string b = common + random.bytes(2);
    const auto end = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
    REQUIRE(common_start(a, b) == static_cast<std::size_t>(end - a.begin()));
  }
}

TEST_CASE("byte order: ordered texts compare as their bytes do, the shorter first") {
  const std::string_view ascending[] = {
      "",
      std::string_view("\0", 1),
      "a",
      std::string_view("a\0", 2),
      std::string_view("a\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 16),
      std::string_view("a\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 17),
      "abcdefgh",
      "abcdefghijklmno",
      "abcdefghijklmnop",
      "abcdefghijklmnopq",
      "abcdefghijklmnopqr",
      "abcdefghijklmnopr",
      "abcdefghj",
      "\x7F",
      "\xFF",
  };
  for (const std::string_view& a : ascending) {
    for (const std::string_view& b : ascending) {
      CHECK((OrderedText(a) < OrderedText(b)) == (&a < &b));
      CHECK((OrderedText(a) == OrderedText(b)) == (&a == &b));
    }
  }
  CHECK(OrderedText() == OrderedText(""));
}

TEST_CASE("byte order: random texts that begin alike are ordered as their bytes are") {
  test::RandomText random(2);
  for (int i = 0; i < 20'000; ++i) {
    const std::string common = random.bytes(18);
    const std::string a = common + std::string(random.below(3), '\0') + random.bytes(2);
    const std::string b = common + std::string(random.below(3), '\0') + random.bytes(2);
    REQUIRE((OrderedText(a) < OrderedText(b)) == (a < b));
    REQUIRE((OrderedText(a) == OrderedText(b)) == (a == b));
    if (a == b) REQUIRE(OrderedText(a).hash() == OrderedText(b).hash());
  }
}
