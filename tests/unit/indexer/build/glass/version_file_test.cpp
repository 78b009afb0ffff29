// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/version_file.hpp"

#include "tests/support/hex.hpp"

#include <limits>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

constexpr glass::Uuid uuid = {0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17,
                              0x18, 0x19, 0x1A, 0x1B, 0x1C, 0x1D, 0x1E, 0x1F};

constexpr std::string_view head =
    "0F 0D 58 61 70 69 61 6E 20 47 6C 61 73 73 "        // magic
    "04 6E "                                            // format of 2016-03-14
    "10 11 12 13 14 15 16 17 18 19 1A 1B 1C 1D 1E 1F "  // UUID
    "01";                                               // revision

constexpr std::string_view no_table = " 00 03 00 04 00 00";

/// What follows the head, without the tables that are not there.
std::string statistics(const glass::Statistics& stats) {
  const std::string content = hex(glass::version_file_content(uuid, {}, stats));
  const std::size_t tables = 6 * no_table.size();
  return content.substr(head.size() + tables + 1);
}

}  // namespace

TEST_CASE("version file: the head, six tables that are not there, and no documents") {
  std::string expected(head);
  for (int table = 0; table < 6; ++table) expected += no_table;
  CHECK(hex(glass::version_file_content(uuid, {}, {})) == expected + " 00 00 00 00 00 00 00 00");
}

TEST_CASE("version file: tables stand in their order with root, level, keys, sizes and free list") {
  const auto table = [](std::uint32_t root, unsigned level, std::uint32_t compress_above) {
    return glass::RootInfo{.root_block = root,
                           .level = level,
                           .has_blocks = true,
                           .keys = 300,
                           .blocks = root + 1,
                           .compress_above = compress_above};
  };
  glass::Tables tables;
  tables.postlist = table(200, 2, glass::never_compress);
  tables.docdata = table(1, 1, glass::compress_large);
  tables.termlist = table(2, 1, glass::never_compress);
  tables.position = table(0, 0, glass::never_compress);
  tables.spelling.compress_above = glass::compress_large;
  tables.synonym = table(3, 1, glass::never_compress);
  CHECK(hex(glass::version_file_content(uuid, tables, {})) ==
        std::string(head) +
            " C8 01 08 AC 02 04 00 07 01 C9 01 00 00 00 00"  // 8 is level 2, not sequential
            " 01 04 AC 02 04 12 06 01 02 00 00 00 00"
            " 02 04 AC 02 04 00 06 01 03 00 00 00 00"
            " 00 00 AC 02 04 00 06 01 01 00 00 00 00"
            " 00 03 00 04 12 00"
            " 03 04 AC 02 04 00 06 01 04 00 00 00 00"
            " 00 00 00 00 00 00 00 00");
}

TEST_CASE("version file: statistics are differences that are never negative") {
  CHECK(statistics({.documents = 3,
                    .last_document = 10,
                    .shortest_length = 4,
                    .longest_length = 300,
                    .highest_wdf = 40,
                    .total_length = 500,
                    .highest_spelling_frequency = 9}) == "03 07 04 28 84 02 00 F4 03 09");
  SUBCASE("also where a wdf is higher than all lengths said to be") {
    CHECK(statistics({.longest_length = 1, .highest_wdf = 2}) == "00 00 00 02 00 00 00 00");
  }
}

TEST_CASE("version file: the greatest numbers fit in what a reader reads") {
  constexpr auto most = std::numeric_limits<std::uint32_t>::max();
  const glass::RootInfo large{.root_block = most,
                              .level = 9,
                              .has_blocks = true,
                              .keys = most,
                              .blocks = most,
                              .compress_above = most};
  const glass::Tables tables{large, large, large, large, large, large};
  constexpr auto total = std::numeric_limits<std::uint64_t>::max();
  const glass::Statistics stats{most, most, most, most, most, total, most};
  CHECK(glass::version_file_content(uuid, tables, stats).size() <= 256);
}

TEST_CASE("version file: identifiers are random, of version 4") {
  const glass::Uuid one = glass::random_uuid();
  CHECK(one != glass::random_uuid());
  CHECK((one[6] & 0xF0) == 0x40);
  CHECK((one[8] & 0xC0) == 0x80);
}
