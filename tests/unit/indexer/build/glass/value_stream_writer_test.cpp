// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/value_stream_writer.hpp"

#include "indexer/build/glass/packing.hpp"
#include "tests/support/glass_table.hpp"
#include "tests/support/hex.hpp"
#include "tests/support/random_text.hpp"
#include "tests/support/temporary_folder.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

using Values = std::map<std::uint32_t, std::string>;  // by document
using Streams = std::map<std::string, Values>;        // by key

GlassTable written(const Streams& streams) {
  const TemporaryFolder folder;
  glass::TableWriter table(folder / "table", glass::never_compress);
  glass::ValueStreamWriter writer(table);
  for (const auto& [key, values] : streams) {
    writer.begin(key);
    for (const auto& [id, value] : values) writer.add(id, value);
    writer.end();
  }
  GlassTable read = read_table(folder / "table", table.finish());
  CHECK(read.fault == "");
  return read;
}

std::string text(const char*& at) {
  const std::uint64_t size = glass::read_varint(at);
  at += size;
  return {at - size, at};
}

/// The key of a chunk whose first document is `id`.
std::string chunk_key(const std::string& stream_key, std::uint32_t id) {
  std::string key = stream_key;
  glass::append_ordered(key, id);
  return key;
}

/// Decodes the chunks of the values it was told, one behind the other.
Values read(const GlassTable& table, const std::string& stream_key, const Values& expected) {
  Values values;
  auto next = expected.begin();
  for (const TableEntry& entry : table.entries) {
    if (next == expected.end() || entry.key != chunk_key(stream_key, next->first)) continue;
    const char* at = entry.tag.data();
    std::uint32_t id = next->first;
    values[id] = text(at);
    while (at != entry.tag.data() + entry.tag.size()) {
      id += static_cast<std::uint32_t>(glass::read_varint(at)) + 1;
      values[id] = text(at);
    }
    next = expected.upper_bound(id);
  }
  return values;
}

void check_streams(const Streams& streams) {
  const GlassTable table = written(streams);
  std::size_t values = 0;
  for (const auto& [key, expected] : streams) {
    CHECK((read(table, key, expected) == expected));
    values += expected.size();
  }
  CHECK(table.entries.size() <= values);
}

}  // namespace

TEST_CASE("value stream: keys of a slot's statistics and of its values") {
  struct Row {
    std::uint32_t slot;
    std::string_view stats;
    std::string_view stream;
  };
  const Row rows[] = {
      {0, "00 D0", "00 D8 00"},
      {1, "00 D0 01", "00 D8 01"},
      {127, "00 D0 7F", "00 D8 7F"},
      {128, "00 D0 80", "00 D8 80 01"},
      {300, "00 D0 2C 01", "00 D8 AC 02"},
  };
  for (const Row& row : rows) {
    CHECK(hex(glass::value_stats_key(row.slot)) == row.stats);
    CHECK(hex(glass::value_stream_key(row.slot)) == row.stream);
  }
}

TEST_CASE("value stream: statistics are a count and two bounds, once if they are the same") {
  CHECK(hex(glass::value_stats_tag({1, "a", "a"})) == "01 01 61");
  CHECK(hex(glass::value_stats_tag({300, "a", "bc"})) == "AC 02 01 61 62 63");
}

TEST_CASE("value stream: a chunk is the values and the gaps between their documents") {
  struct Row {
    Values values;
    std::string_view key;
    std::string_view tag;
  };
  const Row rows[] = {
      {{{1, "a"}}, "00 D8 03 00 01", "01 61"},
      {{{1, "a"}, {2, "bc"}, {303, "d"}}, "00 D8 03 00 01", "01 61 00 02 62 63 AC 02 01 64"},
      {{{70'000, "a"}, {0xFFFF'FFFF, "b"}}, "00 D8 03 81 11 70", "01 61 8E DD FB FF 0F 01 62"},
  };
  for (const Row& row : rows) {
    const GlassTable table = written({{glass::value_stream_key(3), row.values}});
    REQUIRE(table.entries.size() == 1);
    CHECK(hex(table.entries[0].key) == row.key);
    CHECK(hex(table.entries[0].tag) == row.tag);
  }
}

TEST_CASE("value stream: chunks fill the leaves") {
  Values values;
  for (std::uint32_t id = 1; id <= 20'000; ++id) values[id] = "v" + std::to_string(id % 977);
  const std::string key = glass::value_stream_key(1);
  const GlassTable table = written({{key, values}});
  CHECK((read(table, key, values) == values));
  for (std::size_t leaf = 0; leaf + 1 < table.leaf_room.size(); ++leaf) {
    REQUIRE(table.leaf_room[leaf] < 300);
  }
  for (const TableEntry& entry : table.entries) REQUIRE(entry.components == 1);
}

TEST_CASE("value stream: a value may be longer than an item") {
  check_streams(
      {{glass::value_stream_key(1),
        {{1, "a"}, {2, std::string(5000, 'b')}, {3, std::string(50'000, 'c')}, {4, "d"}}}});
}

TEST_CASE("value stream: random streams") {
  for (std::mt19937::result_type seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    RandomText random(seed);
    Streams streams;
    for (const std::uint32_t slot : {0U, 1U, 127U, 128U, 300U, 70'000U}) {
      Values& values = streams[glass::value_stream_key(slot)];
      for (std::size_t i = 1 + random.below(300); i > 0; --i) {
        const auto id = static_cast<std::uint32_t>(1 + random.below(0xFFFF'FFFE));
        values[id] = "v" + random.bytes(random.below(50) == 0 ? 4000 : 40);
      }
    }
    check_streams(streams);
  }
}
