// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/packing.hpp"

#include "tests/support/hex.hpp"
#include "tests/support/random_text.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;
using namespace std::string_view_literals;

namespace {

struct IntegerRow {
  std::uint64_t value;
  std::string_view bytes;
};

struct TextRow {
  std::string_view text;
  std::string_view bytes;
};

/// What one of the functions appends, in hexadecimal.
template <typename Append, typename Value>
std::string packed(Append append, const Value& value) {
  std::string out;
  append(out, value);
  return hex(out);
}

/// A number of up to `bits` bits, of which the short ones are as frequent as the long.
std::uint64_t random_number(RandomText& random, unsigned bits) {
  std::uint64_t value = 0;
  for (int i = 0; i < 3; ++i) value = value << 31U | random.below(std::size_t{1} << 31U);
  return value >> (64 - 1 - random.below(bits));
}

}  // namespace

TEST_CASE("packing: a varint is seven bits a byte, the least significant first") {
  const IntegerRow rows[] = {
      {0, "00"},
      {1, "01"},
      {127, "7F"},
      {128, "80 01"},
      {300, "AC 02"},
      {16'383, "FF 7F"},
      {16'384, "80 80 01"},
      {0xFFFF'FFFF, "FF FF FF FF 0F"},
      {std::numeric_limits<std::uint64_t>::max(), "FF FF FF FF FF FF FF FF FF 01"},
  };
  for (const IntegerRow& row : rows) {
    CAPTURE(row.value);
    CHECK(packed(glass::append_varint, row.value) == row.bytes);
    CHECK(glass::varint_bytes(row.value) == from_hex(row.bytes).size());
  }
}

TEST_CASE("packing: varints behind each other are read again") {
  RandomText random(1);
  std::vector<std::uint64_t> values;
  for (int i = 0; i < 10'000; ++i) values.push_back(random_number(random, 64));
  std::string bytes;
  for (const std::uint64_t value : values) glass::append_varint(bytes, value);
  const char* at = bytes.data();
  for (const std::uint64_t value : values) REQUIRE(glass::read_varint(at) == value);
  CHECK(at == bytes.data() + bytes.size());
}

TEST_CASE("packing: no varint is longer than is said") {
  CHECK(glass::varint_bytes(0xFFFF'FFFF) == glass::max_varint32_bytes);
  CHECK(glass::varint_bytes(std::numeric_limits<std::uint64_t>::max()) == glass::max_varint_bytes);
}

TEST_CASE("packing: a string is its length and its bytes") {
  const std::string long_one(300, 'x');
  CHECK(packed(glass::append_string, ""sv) == "00");
  CHECK(packed(glass::append_string, "ab"sv) == "02 61 62");
  CHECK(packed(glass::append_string, std::string_view(long_one)) == "AC 02 " + hex(long_one));
}

TEST_CASE("packing: a last integer has no zero bytes at its end") {
  const IntegerRow rows[] = {
      {0, ""},
      {1, "01"},
      {255, "FF"},
      {256, "00 01"},
      {300, "2C 01"},
      {65'536, "00 00 01"},
      {70'000, "70 11 01"},
      {0xFFFF'FFFF, "FF FF FF FF"},
  };
  for (const IntegerRow& row : rows) {
    CAPTURE(row.value);
    CHECK(packed(glass::append_last_integer, row.value) == row.bytes);
  }
}

TEST_CASE("packing: the first bits of an ordered integer tell its length") {
  const IntegerRow rows[] = {
      {0, "00 00"},
      {1, "00 01"},
      {0x7FFF, "7F FF"},
      {0x8000, "80 80 00"},
      {0x3F'FFFF, "BF FF FF"},
      {0x40'0000, "C0 40 00 00"},
      {0x1FFF'FFFF, "DF FF FF FF"},
      {0x2000'0000, "E0 20 00 00 00"},
      {0xFFFF'FFFF, "E0 FF FF FF FF"},
  };
  for (const IntegerRow& row : rows) {
    CAPTURE(row.value);
    CHECK(packed(glass::append_ordered, row.value) == row.bytes);
  }
}

TEST_CASE("packing: ordered integers sort as they are") {
  RandomText random(2);
  for (int i = 0; i < 20'000; ++i) {
    const std::uint64_t a = random_number(random, 36);
    const std::uint64_t b = random.below(4) == 0 ? a + 1 : random_number(random, 36);
    std::string a_bytes;
    std::string b_bytes;
    glass::append_ordered(a_bytes, a);
    glass::append_ordered(b_bytes, b);
    CAPTURE(a);
    CAPTURE(b);
    REQUIRE((a_bytes < b_bytes) == (a < b));
    REQUIRE(a_bytes.front() != '\xFF');
  }
}

TEST_CASE("packing: zero bytes of a term are escaped in keys") {
  const TextRow rows[] = {
      {"", ""},
      {"ab", "61 62"},
      {"\0"sv, "00 FF"},
      {"a\0b"sv, "61 00 FF 62"},
      {"a\0\0"sv, "61 00 FF 00 FF"},
      {"\0\xFF"sv, "00 FF FF"},
      {"\x01\xFF"sv, "01 FF"},
  };
  for (const TextRow& row : rows) CHECK(packed(glass::append_escaped, row.text) == row.bytes);
}

TEST_CASE("packing: escaped terms sort as the terms do, with documents behind them") {
  RandomText random(3);
  constexpr std::u32string_view alphabet = U"\0\1a"sv;
  const auto key = [&random](const std::string& term) {
    std::string bytes;
    glass::append_escaped(bytes, term);
    bytes.push_back('\0');
    glass::append_ordered(bytes, random_number(random, 32));
    return bytes;
  };
  for (int i = 0; i < 20'000; ++i) {
    const std::string a = random.of(alphabet, 5);
    const std::string b = random.of(alphabet, 5);
    if (a != b) REQUIRE((key(a) < key(b)) == (a < b));
  }
}
