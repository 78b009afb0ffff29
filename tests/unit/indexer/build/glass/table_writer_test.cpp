// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/table_writer.hpp"

#include "news/base/error.hpp"
#include "tests/support/glass_table.hpp"
#include "tests/support/hex.hpp"
#include "tests/support/random_text.hpp"
#include "tests/support/small_files_only.hpp"
#include "tests/support/temporary_folder.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace news;
using namespace news::test;

namespace {

using Entries = std::map<std::string, std::string>;

/// An item whose key has one byte holds a tag of so many bytes at most, in its first component and
/// in later ones.
constexpr std::size_t first_piece = 2043 - 4;
constexpr std::size_t later_piece = 2043 - 6;

/// What an empty leaf can take, without the null item and with it.
constexpr std::size_t leaf_bytes = 8192 - 11;
constexpr std::size_t first_leaf_bytes = leaf_bytes - 5;

struct Written {
  GlassTable table;
  glass::RootInfo root;
  std::string file;
};

Written written(const Entries& entries) {
  const TemporaryFolder folder;
  glass::TableWriter writer(folder / "table", glass::compress_large);
  for (const auto& [key, tag] : entries) writer.append(key, tag);
  Written out;
  out.root = writer.finish();
  out.table = read_table(folder / "table", out.root);
  out.file = content_of(folder / "table");
  return out;
}

/// A table with these entries follows the rules of the format and gives them back.
Written check_table(const Entries& entries) {
  Written out = written(entries);
  CHECK(out.table.fault == "");
  CHECK(out.root.keys == entries.size());
  Entries read;
  for (const TableEntry& entry : out.table.entries) read[entry.key] = entry.tag;
  CHECK((read == entries));
  return out;
}

/// "k000017"
std::string key(std::size_t number) { return fmt::format("k{:06}", number); }

/// Bytes that are unlike their neighbours, so that no piece can take another's place.
std::string tag_of(std::size_t bytes) {
  std::string tag;
  tag.reserve(bytes + 8);
  while (tag.size() < bytes) tag += fmt::format("{:x},", tag.size());
  tag.resize(bytes);
  return tag;
}

/// The components of the only entry of a table.
std::size_t components_of(std::size_t tag_bytes) {
  return check_table({{"k", tag_of(tag_bytes)}}).table.entries.at(0).components;
}

/// Entries of 100 bytes each that leave just so much room in the first leaf.
Entries filling_all_but(std::size_t room) {
  Entries entries;
  std::size_t left = first_leaf_bytes - room;
  constexpr std::size_t fixed = 2 + 3 + 7;  // directory, item head, key
  for (std::size_t i = 0; left > 0; ++i) {
    const std::size_t bytes = left < 200 ? left : 100;
    entries[key(i)] = tag_of(bytes - fixed);
    left -= bytes;
  }
  return entries;
}

}  // namespace

TEST_CASE("table writer: a table without entries is a leaf with the null item") {
  const Written empty = check_table({});
  CHECK(empty.root.root_block == 0);
  CHECK(empty.root.level == 0);
  CHECK(empty.root.has_blocks);
  CHECK(empty.root.blocks == 1);
  CHECK(empty.root.compress_above == 18);
  CHECK(hex(empty.file.substr(0, 14)) == "00 00 00 01 00 1F F0 1F F0 00 0D 1F FD 00");
  CHECK(hex(empty.file.substr(8192 - 4)) == "00 60 00 00");
}

TEST_CASE("table writer: an item is its size and flags, its key and its tag") {
  const Written one = check_table({{"k", "tag"}});
  CHECK(hex(one.file.substr(0, 16)) == "00 00 00 01 00 1F E7 1F E7 00 0F 1F FD 1F F6 00");
  CHECK(hex(one.file.substr(8192 - 10)) == "60 04 01 6B 74 61 67 60 00 00");
}

TEST_CASE("table writer: a branch block names its children and what tells them apart") {
  Entries entries = filling_all_but(0);
  entries["k1"] = "behind";
  const Written two = check_table(entries);
  CHECK(two.root.level == 1);
  CHECK(two.root.root_block == 2);
  CHECK(two.root.blocks == 3);
  const std::string root = two.file.substr(2 * 8192);
  CHECK(hex(root.substr(0, 16)) == "00 00 00 01 01 1F E1 1F E1 00 0F 1F F9 1F F0 00");
  CHECK(hex(root.substr(8192 - 16)) ==
        "00 00 00 01 02 6B 31 00 01 "  // block 1 begins with "k1", its component 1
        "00 00 00 00 00 00 00");
}

TEST_CASE("table writer: a tag has another component where an item ends") {
  CHECK(components_of(0) == 1);
  CHECK(components_of(first_piece - 1) == 1);
  CHECK(components_of(first_piece) == 1);
  CHECK(components_of(first_piece + 1) == 2);
  CHECK(components_of(first_piece + later_piece) == 2);
  CHECK(components_of(first_piece + later_piece + 1) == 3);
}

TEST_CASE("table writer: tags of all sizes around the limits are whole") {
  for (const std::size_t limit : {first_piece, first_piece + later_piece, first_leaf_bytes,
                                  2 * leaf_bytes, std::size_t{100'000}}) {
    for (std::size_t bytes = limit - 5; bytes <= limit + 5; ++bytes) {
      CAPTURE(bytes);
      check_table({{"a", "before"}, {"k", tag_of(bytes)}, {"z", "behind"}});
    }
  }
}

TEST_CASE("table writer: keys have 1 to 255 bytes") {
  Entries entries;
  for (int byte = 0; byte < 256; ++byte) entries[std::string(1, static_cast<char>(byte))] = "one";
  for (char last = 'a'; last <= 'z'; ++last) {
    entries[std::string(254, 'k') + last] = tag_of(700);
    entries[std::string(255, last)] = tag_of(5000);
  }
  check_table(entries);
}

TEST_CASE("table writer: a leaf is filled to its last byte") {
  Entries entries = filling_all_but(0);
  CHECK((check_table(entries).table.leaf_room == std::vector<std::size_t>{0}));
  SUBCASE("and a byte more goes to the next") {
    entries.begin()->second += "x";
    CHECK(check_table(entries).root.blocks == 3);
  }
}

TEST_CASE("table writer: a tag is cut rather than leave more than 256 bytes empty") {
  struct Row {
    std::size_t room;
    std::size_t components;
    std::size_t left;
  };
  // With a key of one byte, head and directory take 6 bytes.
  const Row rows[] = {
      {0, 1, 0}, {1, 1, 1}, {261, 1, 261}, {262, 2, 0}, {1000, 2, 0}, {2044, 2, 0}, {2045, 1, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.room);
    Entries entries = filling_all_but(row.room);
    entries["z"] = tag_of(first_piece);
    const GlassTable table = check_table(entries).table;
    CHECK(table.entries.back().components == row.components);
    CHECK(table.leaf_room.front() == row.left);
  }
}

TEST_CASE("table writer: what fits in what is left is not cut, however little it is") {
  for (const std::size_t room : {6U, 7U, 50U, 261U, 2000U}) {
    CAPTURE(room);
    Entries entries = filling_all_but(room);
    entries["z"] = tag_of(room - 6);
    const GlassTable table = check_table(entries).table;
    CHECK((table.leaf_room == std::vector<std::size_t>{0}));
    CHECK(table.entries.back().components == 1);
  }
}

TEST_CASE("table writer: a tag of best size fills the leaf or is one whole item") {
  for (const std::size_t room : {0U, 1U, 261U, 262U, 1000U, 2044U, 2045U, 2046U, 4000U}) {
    CAPTURE(room);
    const TemporaryFolder folder;
    glass::TableWriter writer(folder / "table", glass::never_compress);
    for (const auto& [key, tag] : filling_all_but(room)) writer.append(key, tag);
    const std::size_t best = writer.best_tag_bytes(1);
    CHECK(best == (room < 262 ? first_piece : std::min(room - 6, first_piece)));
    writer.append("z", tag_of(best));
    const GlassTable table = read_table(folder / "table", writer.finish());
    CHECK(table.fault == "");
    CHECK(table.entries.back().components == 1);
  }
}

TEST_CASE("table writer: a leaf that begins within a tag is told apart by the component") {
  const GlassTable table = check_table({{"key", tag_of(20'000)}}).table;
  CHECK(table.entries.at(0).components == 10);
  CHECK((table.separators == std::vector<Separator>{{"key", 5}, {"key", 9}}));
}

TEST_CASE("table writer: separators are as short as can be") {
  Entries entries = filling_all_but(0);
  entries["k1 and much more"] = tag_of(1);
  CHECK((check_table(entries).table.separators == std::vector<Separator>{{"k1", 1}}));
}

TEST_CASE("table writer: 100,000 small entries") {
  Entries entries;
  for (std::size_t i = 0; i < 100'000; ++i) entries[key(i)] = std::to_string(i);
  const Written out = check_table(entries);
  CHECK(out.root.level == 1);
  CHECK(out.root.blocks < 300);
}

TEST_CASE("table writer: a tree of four levels") {
  Entries entries;
  for (std::size_t i = 0; i < 600; ++i) {
    entries[std::string(240, 'k') + key(i)] = tag_of(20'000);  // three leaves, long separators
  }
  const Written out = check_table(entries);
  CHECK(out.root.level == 3);
  CHECK(out.root.root_block == out.root.blocks - 1);
}

TEST_CASE("table writer: random entries") {
  for (std::mt19937::result_type seed = 1; seed <= 30; ++seed) {
    CAPTURE(seed);
    RandomText random(seed);
    Entries entries;
    for (std::size_t i = random.below(200); i > 0; --i) {
      const std::string key = "k" + random.bytes(random.below(3) == 0 ? 254 : 3);
      entries[key] = random.bytes(random.below(10) == 0 ? 30'000 : random.below(3000));
    }
    check_table(entries);
  }
}

TEST_CASE("table writer: every component of a compressed tag says so") {
  const TemporaryFolder folder;
  glass::TableWriter writer(folder / "table", glass::never_compress);
  writer.append("a", "plain");
  writer.append("b", tag_of(20'000), /*compressed=*/true);
  writer.append("c", tag_of(20'000));
  const GlassTable table = read_table(folder / "table", writer.finish());
  CHECK(table.fault == "");
  CHECK_FALSE(table.entries.at(0).compressed);
  CHECK(table.entries.at(1).compressed);
  CHECK_FALSE(table.entries.at(2).compressed);
}

TEST_CASE("table writer: a tag of more components than can be counted is refused") {
  const TemporaryFolder folder;
  glass::TableWriter writer(folder / "table", glass::never_compress);
  const std::string tag(std::size_t{65'535} * first_piece, 'x');
  CHECK_THROWS_AS(writer.append("k", tag), IndexError);
}

TEST_CASE("table writer: what cannot be written is an error") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(glass::TableWriter(folder / "missing/table", 0), FileError);
  glass::TableWriter writer(folder / "table", 0);
  writer.append("k", tag_of(100'000));
  const SmallFilesOnly limit;
  CHECK_THROWS_AS(writer.finish(), FileError);
}
