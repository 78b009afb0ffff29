// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/term_list.hpp"

#include "indexer/build/glass/packing.hpp"
#include "tests/support/hex.hpp"
#include "tests/support/random_text.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

using Terms = std::map<std::string, std::uint32_t>;  // with their wdf

std::uint64_t length_of(const Terms& terms) {
  std::uint64_t length = 0;
  for (const auto& [term, wdf] : terms) length += wdf;
  return length;
}

std::string encoded(const Terms& terms, glass::TermListEncoder& encoder) {
  encoder.begin(length_of(terms), terms.size());
  for (const auto& [term, wdf] : terms) encoder.add(term, wdf);
  return std::string(encoder.tag());
}

std::string encoded(const Terms& terms) {
  glass::TermListEncoder encoder;
  return encoded(terms, encoder);
}

/// The terms of a tag; what the tag says of their number and length must be so.
Terms decoded(std::string_view tag) {
  const char* at = tag.data();
  const char* const end = at + tag.size();
  const auto byte = [&at] { return static_cast<unsigned char>(*at++); };
  const std::uint64_t length = glass::read_varint(at);
  const std::uint64_t count = glass::read_varint(at);
  Terms terms;
  std::string term;
  while (at != end) {
    // What is greater than any length that can be reused holds the wdf, too.
    const bool first = terms.empty();
    const std::size_t together = first ? 0 : byte();
    const bool packed = together > term.size();
    const std::uint64_t packed_wdf = packed ? together / (term.size() + 1) - 1 : 0;
    term.resize(packed ? together % (term.size() + 1) : together);
    const std::size_t rest = byte();
    term.append(at, rest);
    at += rest;
    terms[term] = static_cast<std::uint32_t>(packed ? packed_wdf : glass::read_varint(at));
  }
  CHECK(terms.size() == count);
  CHECK(length_of(terms) == length);
  return terms;
}

}  // namespace

TEST_CASE("term list: the tag of no terms is empty") { CHECK(encoded({}).empty()); }

TEST_CASE("term list: a term reuses the start of the one before") {
  struct Row {
    Terms terms;
    std::string_view tag;  // length, number of terms, terms
  };
  const Row rows[] = {
      {{{"a", 1}}, "01 01 01 61 01"},
      {{{"a", 300}}, "AC 02 01 01 61 AC 02"},
      {{{"ab", 1}, {"ac", 2}}, "03 02 02 61 62 01 0A 01 63"},     // (2 + 1) * 3 + 1 reused
      {{{"ab", 1}, {"abc", 0}}, "01 02 02 61 62 01 05 01 63"},    // (0 + 1) * 3 + 2
      {{{"ab", 1}, {"x", 1}}, "02 02 02 61 62 01 06 01 78"},      // (1 + 1) * 3 + 0
      {{{"ab", 1}, {"x", 84}}, "55 02 02 61 62 01 FF 01 78"},     // (84 + 1) * 3 is 255
      {{{"ab", 1}, {"x", 85}}, "56 02 02 61 62 01 00 01 78 55"},  // 258 does not fit in a byte
      {{{"ab", 1}, {"ac", 200}}, "C9 01 02 02 61 62 01 01 01 63 C8 01"},
      {{{"a", 1}, {"b", 126}}, "7F 02 01 61 01 FE 01 62"},  // the greatest wdf packed
      {{{"a", 1}, {"b", 127}}, "80 01 02 01 61 01 00 01 62 7F"},
  };
  for (const Row& row : rows) {
    CHECK(hex(encoded(row.terms)) == row.tag);
    CHECK((decoded(from_hex(row.tag)) == row.terms));
  }
}

TEST_CASE("term list: terms may hold zero bytes and be 245 bytes long") {
  const Terms terms = {{std::string("a\0b", 3), 1},
                       {std::string("a\0c", 3), 0xFFFF'FFFF},
                       {std::string(244, 'x') + "a", 3},
                       {std::string(244, 'x') + "b", 0},
                       {std::string(245, 'y'), 126}};
  CHECK((decoded(encoded(terms)) == terms));
}

TEST_CASE("term list: random lists are decoded again") {
  RandomText random(1);
  glass::TermListEncoder encoder;
  for (int i = 0; i < 500; ++i) {
    Terms terms;
    for (std::size_t k = 1 + random.below(80); k > 0; --k) {
      const std::string term = "t" + random.of(U"ab", random.below(12) == 0 ? 240 : 9);
      terms[term] = static_cast<std::uint32_t>(random.below(random.below(5) == 0 ? 100'000 : 4));
    }
    REQUIRE((decoded(encoded(terms, encoder)) == terms));
  }
}

TEST_CASE("term list: value slots are the gaps between them") {
  using Slots = std::vector<std::uint32_t>;
  CHECK(hex(glass::value_slots_tag(Slots{0})) == "00");
  CHECK(hex(glass::value_slots_tag(Slots{0, 1, 2})) == "00 00 00");
  CHECK(hex(glass::value_slots_tag(Slots{3, 5, 306})) == "03 01 AC 02");
  CHECK(hex(glass::value_slots_tag(Slots{0xFFFF'FFFE})) == "FE FF FF FF 0F");
}
