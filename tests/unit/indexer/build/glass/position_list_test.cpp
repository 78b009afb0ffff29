// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/position_list.hpp"

#include "indexer/build/glass/packing.hpp"
#include "tests/support/hex.hpp"
#include "tests/support/random_text.hpp"

#include <bit>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

using Positions = std::vector<std::uint32_t>;

std::string encoded(const Positions& positions) {
  std::string tag;
  glass::append_positions(tag, positions);
  return tag;
}

/// Reads a tag as the format says: bits from the low end of each byte, and of a truncated binary
/// code first the bits that both word lengths have.
class PositionDecoder {
 public:
  explicit PositionDecoder(std::string_view tag) : tag_(tag) {}

  Positions decode() {
    const char* at = tag_.data();
    const std::uint64_t last = glass::read_varint(at);
    next_bit_ = 8 * static_cast<std::size_t>(at - tag_.data());
    if (next_bit_ == 8 * tag_.size()) return {static_cast<std::uint32_t>(last)};
    const std::uint64_t first = value_below(last);
    positions_.resize(value_below(last - first) + 2);
    positions_.front() = static_cast<std::uint32_t>(first);
    positions_.back() = static_cast<std::uint32_t>(last);
    fill(0, positions_.size() - 1);
    return positions_;
  }

  /// Whether nothing but padding, of zeros, is behind what was decoded.
  bool at_end() {
    while (next_bit_ % 8 != 0) {
      if (bit() != 0) return false;
    }
    return next_bit_ == 8 * tag_.size();
  }

 private:
  std::uint64_t bit() {
    const std::size_t at = next_bit_++;
    return static_cast<unsigned char>(tag_.at(at / 8)) >> (at % 8) & 1U;
  }

  std::uint64_t value_below(std::uint64_t limit) {
    const auto bits = static_cast<unsigned>(std::bit_width(limit - 1));
    const std::uint64_t spare = (std::uint64_t{1} << bits) - limit;
    const std::uint64_t half = (limit - spare) / 2;
    std::uint64_t value = 0;
    const unsigned sure = spare == 0 ? bits : bits - 1;
    for (unsigned i = 0; i < sure; ++i) value |= bit() << i;
    if (spare != 0 && value < half && bit() != 0) value += half + spare;
    return value;
  }

  void fill(std::size_t begin, std::size_t end) {
    if (end - begin < 2) return;
    const std::size_t middle = begin + (end - begin) / 2;
    const std::uint64_t limit = positions_[end] - positions_[begin] - (end - begin) + 1;
    positions_[middle] =
        static_cast<std::uint32_t>(positions_[begin] + (middle - begin) + value_below(limit));
    fill(begin, middle);
    fill(middle, end);
  }

  std::string_view tag_;
  std::size_t next_bit_ = 0;
  Positions positions_;
};

void check_decodes(const Positions& positions) {
  const std::string tag = encoded(positions);
  PositionDecoder decoder(tag);
  REQUIRE((decoder.decode() == positions));
  REQUIRE(decoder.at_end());
}

Positions range(std::uint32_t begin, std::uint32_t end) {
  Positions all;
  for (std::uint32_t position = begin; position < end; ++position) all.push_back(position);
  return all;
}

Positions random_positions(RandomText& random, std::size_t most, std::size_t limit) {
  std::set<std::uint32_t> chosen;
  for (std::size_t i = random.below(most) + 1; i > 0; --i) {
    chosen.insert(static_cast<std::uint32_t>(1 + random.below(limit)));
  }
  return {chosen.begin(), chosen.end()};
}

}  // namespace

TEST_CASE("position list: the last position, and the others in just the bits they need") {
  struct Row {
    Positions positions;
    std::string_view tag;
  };
  const Row rows[] = {
      {{0}, "00"},          {{5}, "05"}, {{300}, "AC 02"}, {{0xFFFF'FFFF}, "FF FF FF FF 0F"},
      {{0, 2}, "02 00"},     // a bit each: 0 of 2, 0 more of 2
      {{1, 2}, "02 01"},     // 1 of 2, 0 of 1
      {{0, 1, 2}, "02 02"},  // 0 of 2, 1 more of 2, nothing left to tell
      {{3, 7}, "07 03"},     // 3 of 7, the middle value, in two bits; 0 of 4 in two
      {{3, 5, 7}, "07 17"},  // 3 of 7; 1 more of 4; then 1 of 3, the middle value, in one bit
  };
  for (const Row& row : rows) CHECK(hex(encoded(row.positions)) == row.tag);
}

// Nothing would tell 0 and 1 from 1 alone. No index has a position 0 (DocumentBatch::no_position).
TEST_CASE("position list: 0 and 1 is the one list that the format cannot tell") {
  CHECK(encoded({0, 1}) == encoded({1}));
}

TEST_CASE("position list: it is added behind what is there") {
  std::string tag = "x";
  glass::append_positions(tag, Positions{3, 7});
  CHECK(tag.starts_with("x"));
  CHECK(tag.substr(1) == encoded({3, 7}));
}

TEST_CASE("position list: positions in a row take next to nothing") {
  const std::string tag = encoded(range(1000, 9000));
  CHECK(tag.size() < 8);
  check_decodes(range(1000, 9000));
}

TEST_CASE("position list: extreme lists are decoded again") {
  for (const std::uint32_t size : {1U, 2U, 3U, 4U, 5U, 127U, 128U, 129U, 10'000U}) {
    CAPTURE(size);
    check_decodes(range(1, size + 1));
    check_decodes(range(0xFFFF'FFFF - size, 0xFFFF'FFFF));
  }
  check_decodes({0, 0xFFFF'FFFF});
  check_decodes({0, 2});
  check_decodes({0, 1, 0xFFFF'FFFE, 0xFFFF'FFFF});
  check_decodes({0, 0x8000'0000, 0xFFFF'FFFF});
}

TEST_CASE("position list: every small list is decoded again") {
  for (unsigned chosen = 1; chosen < 4096; ++chosen) {
    Positions positions;
    for (std::uint32_t position = 0; position < 12; ++position) {
      if ((chosen >> position & 1U) != 0) positions.push_back(position + 1);
    }
    CAPTURE(chosen);
    check_decodes(positions);
  }
}

TEST_CASE("position list: random lists are decoded again") {
  RandomText random(1);
  for (int i = 0; i < 3000; ++i) {
    CAPTURE(i);
    check_decodes(random_positions(random, 60, std::size_t{2} << (i % 31)));
  }
}
