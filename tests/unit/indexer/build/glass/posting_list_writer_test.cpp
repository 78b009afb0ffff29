// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/posting_list_writer.hpp"

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

using Postings = std::map<std::uint32_t, std::uint32_t>;  // wdf by document
using Lists = std::map<std::string, Postings>;            // by escaped term

std::uint64_t total(const Postings& postings) {
  std::uint64_t sum = 0;
  for (const auto& [id, wdf] : postings) sum += wdf;
  return sum;
}

/// The table of some lists, read again.
GlassTable written(const Lists& lists) {
  const TemporaryFolder folder;
  glass::TableWriter table(folder / "table", glass::never_compress);
  glass::PostingListWriter writer(table);
  for (const auto& [term, postings] : lists) {
    const bool lengths = term == glass::lengths_prefix;
    writer.begin(term, lengths ? 0 : postings.size(), lengths ? 0 : total(postings));
    for (const auto& [id, wdf] : postings) writer.add(id, wdf);
    writer.end();
  }
  GlassTable read = read_table(folder / "table", table.finish());
  CHECK(read.fault == "");
  return read;
}

/// "key = tag", in hexadecimal, of each chunk.
std::vector<std::string> chunks(const GlassTable& table) {
  std::vector<std::string> out;
  for (const TableEntry& entry : table.entries) {
    out.push_back(hex(entry.key) + " = " + hex(entry.tag));
  }
  return out;
}

/// Postings 1, 2, ... with a wdf of 1.
Postings every_document(std::uint32_t count) {
  Postings postings;
  for (std::uint32_t id = 1; id <= count; ++id) postings[id] = 1;
  return postings;
}

std::uint64_t big_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char byte : bytes) value = value << 8U | static_cast<unsigned char>(byte);
  return value;
}

/// The number at the end of a later chunk's key.
std::uint32_t ordered(std::string_view bytes) {
  const std::uint64_t mask[] = {0, 0, 0x7FFF, 0x3F'FFFF, 0x1FFF'FFFF, 0xFFFF'FFFF};
  return static_cast<std::uint32_t>(big_endian(bytes) & mask[bytes.size()]);
}

/// Reads the chunks of one list of a table.
class ListReader {
 public:
  explicit ListReader(std::string term) : term_(std::move(term)) {}

  Postings read(const GlassTable& table) {
    Postings postings;
    for (const TableEntry& entry : table.entries) {
      if (entry.key == term_ || entry.key.starts_with(later_key())) add(entry, postings);
    }
    CHECK(ended_);
    return postings;
  }

  std::uint64_t term_frequency = 0;
  std::uint64_t collection_frequency = 0;

 private:
  std::string later_key() const {
    return term_ == glass::lengths_prefix ? term_ : term_ + std::string(1, '\0');
  }

  void add(const TableEntry& entry, Postings& postings) {
    REQUIRE_FALSE(ended_);
    const char* at = entry.tag.data();
    std::uint64_t id = 0;
    if (entry.key == term_) {
      term_frequency = glass::read_varint(at);
      collection_frequency = glass::read_varint(at);
      id = glass::read_varint(at) + 1;
    } else {
      id = ordered(std::string_view(entry.key).substr(later_key().size()));
    }
    ended_ = *at++ == '1';
    const std::uint64_t last = id + glass::read_varint(at);
    const char* const end = entry.tag.data() + entry.tag.size();
    while (true) {
      postings[static_cast<std::uint32_t>(id)] = static_cast<std::uint32_t>(glass::read_varint(at));
      if (at == end) break;
      id += glass::read_varint(at) + 1;
    }
    REQUIRE(id == last);
    REQUIRE(entry.components == 1);
  }

  std::string term_;
  bool ended_ = false;
};

void check_list(const GlassTable& table, const std::string& term, const Postings& postings) {
  ListReader reader(term);
  CHECK((reader.read(table) == postings));
  const bool lengths = term == glass::lengths_prefix;
  CHECK(reader.term_frequency == (lengths ? 0 : postings.size()));
  CHECK(reader.collection_frequency == (lengths ? 0 : total(postings)));
}

}  // namespace

TEST_CASE("posting list writer: a first chunk has the frequencies and the first document") {
  struct Row {
    Postings postings;
    std::string_view tag;
  };
  const Row rows[] = {
      {{{1, 1}}, "01 01 00 31 00 01"},
      {{{1, 0}}, "01 00 00 31 00 00"},
      {{{300, 200}}, "01 C8 01 AB 02 31 00 C8 01"},
      {{{1, 1}, {2, 3}}, "02 04 00 31 01 01 00 03"},
      {{{5, 1}, {305, 1}}, "02 02 04 31 AC 02 01 AB 02 01"},
      {{{1, 0xFFFF'FFFF}, {0xFFFF'FFFF, 0}},
       "02 FF FF FF FF 0F 00 31 FE FF FF FF 0F FF FF FF FF 0F FD FF FF FF 0F 00"},
  };
  for (const Row& row : rows) {
    CHECK(chunks(written({{"t", row.postings}})) ==
          std::vector<std::string>{"74 = " + std::string(row.tag)});
  }
}

TEST_CASE("posting list writer: document lengths are a list without frequencies") {
  CHECK(chunks(written({{std::string(glass::lengths_prefix), {{1, 300}, {2, 0}, {4, 7}}}})) ==
        std::vector<std::string>{"00 E0 = 00 00 00 31 03 AC 02 00 00 01 07"});
}

TEST_CASE("posting list writer: a later chunk has its first document in its key") {
  const GlassTable table = written({{"t", every_document(1100)}});
  REQUIRE(table.entries.size() == 2);
  const std::vector<std::string> both = chunks(table);
  // The head is given room for the longest numbers.
  CHECK(both[0].starts_with("74 = CC 08 CC 08 00 30 F3 07 01 00 01 00 01"));
  CHECK(both[1].starts_with("74 00 03 F5 = 31 57 01 00 01"));
  check_list(table, "t", every_document(1100));
  SUBCASE("that of the lengths has no terminator before it") {
    const std::string lengths(glass::lengths_prefix);
    const GlassTable other = written({{lengths, every_document(1100)}});
    REQUIRE(other.entries.size() == 2);
    CHECK(hex(other.entries[1].key) == "00 E0 03 F6");
    check_list(other, lengths, every_document(1100));
  }
}

TEST_CASE("posting list writer: chunks fill the leaves") {
  const GlassTable table = written({{"t", every_document(200'000)}});
  check_list(table, "t", every_document(200'000));
  CHECK(table.leaf_room.size() > 40);
  for (std::size_t leaf = 0; leaf + 1 < table.leaf_room.size(); ++leaf) {
    REQUIRE(table.leaf_room[leaf] < 300);
  }
}

TEST_CASE("posting list writer: terms of 245 bytes and of zero bytes") {
  std::string zeros;
  glass::append_escaped(zeros, std::string(120, '\0'));
  const Lists lists = {{zeros, every_document(5000)},
                       {std::string(245, 't'), every_document(5000)}};
  const GlassTable table = written(lists);
  for (const auto& [term, postings] : lists) check_list(table, term, postings);
}

TEST_CASE("posting list writer: random lists") {
  for (std::mt19937::result_type seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    RandomText random(seed);
    Lists lists;
    for (std::size_t i = 1 + random.below(60); i > 0; --i) {
      Postings& postings = lists["t" + std::to_string(random.below(100))];
      const std::size_t most = random.below(3) == 0 ? 0xFFFF'FFFF : 10'000;
      for (std::size_t k = 1 + random.below(random.below(8) == 0 ? 2000 : 9); k > 0; --k) {
        const auto id = static_cast<std::uint32_t>(1 + random.below(most));
        postings[id] = static_cast<std::uint32_t>(random.below(300));
      }
    }
    const GlassTable table = written(lists);
    for (const auto& [term, postings] : lists) check_list(table, term, postings);
  }
}
