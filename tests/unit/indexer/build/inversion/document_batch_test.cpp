// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/inversion/document_batch.hpp"

#include "indexer/build/glass/format.hpp"
#include "news/base/error.hpp"
#include "tests/support/random_text.hpp"

#include <map>
#include <set>
#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace news;
using namespace news::test;

namespace {

void add(DocumentBatch& batch, std::string_view term, std::uint32_t position,
         std::uint32_t wdf = 1) {
  batch.add(batch.intern("", term), position, wdf);
}

/// "0/3: a*2@1@5 b*1 1=x data": each document's number, length, terms, values and record.
std::string shown_all(const DocumentBatch& batch) {
  std::string out;
  for (const DocumentBatch::Document& document : batch.documents()) {
    if (!out.empty()) out += " | ";
    out += fmt::format("{}/{}:", document.number, document.length);
    for (const DocumentBatch::Entry& entry : batch.entries(document)) {
      out += fmt::format(" {}*{}", batch.dictionary().term(entry.term), entry.wdf);
      for (const std::uint32_t at : batch.positions(entry)) out += fmt::format("@{}", at);
    }
    for (const auto& [slot, value] : batch.values(document))
      out += fmt::format(" {}={}", slot, value);
    if (!document.data.empty()) out += " " + document.data;
  }
  return out;
}

}  // namespace

TEST_CASE("document batch: a document has its terms in the order in which they were met") {
  DocumentBatch batch;
  add(batch, "b", 1);
  add(batch, "a", 2);
  add(batch, "b", 3);
  add(batch, "Z", DocumentBatch::no_position);
  add(batch, "Q", DocumentBatch::no_position, 0);
  batch.end_document();
  CHECK(shown_all(batch) == "0/4: b*2@1@3 a*1@2 Z*1 Q*0");
}

TEST_CASE("document batch: documents know nothing of each other") {
  DocumentBatch batch;
  add(batch, "a", 1);
  batch.set_value(1, "x");
  batch.set_data("first");
  batch.end_document();
  batch.end_document();
  add(batch, "b", 4);
  add(batch, "a", 7);
  batch.set_value(0, "y");
  batch.end_document();
  CHECK(shown_all(batch) == "0/1: a*1@1 1=x first | 1/0: | 2/2: b*1@4 a*1@7 0=y");
  CHECK(batch.numbers() == 3);
  CHECK(batch.entries().size() == 3);
}

TEST_CASE("document batch: positions ascend, each once, in whatever order they come") {
  DocumentBatch batch;
  for (const std::uint32_t position : {9U, 1U, 0xFFFF'FFFFU, 9U, 2U}) add(batch, "a", position);
  for (const std::uint32_t position : {1U, 2U, 3U}) add(batch, "b", position);
  batch.end_document();
  for (const std::uint32_t position : {5U, 5U, 6U}) add(batch, "b", position);
  batch.end_document();
  CHECK(shown_all(batch) == "0/8: a*5@1@2@9@4294967295 b*3@1@2@3 | 1/3: b*3@5@6");
}

TEST_CASE("document batch: an empty value is none") {
  DocumentBatch batch;
  batch.set_value(1, "");
  batch.set_value(2, "x");
  batch.end_document();
  CHECK(shown_all(batch) == "0/0: 2=x");
}

TEST_CASE("document batch: numbers may be left out") {
  DocumentBatch batch;
  batch.skip(5);
  batch.end_document();
  batch.skip(2);
  batch.end_document();
  batch.skip(1);
  CHECK(shown_all(batch) == "5/0: | 8/0:");
  CHECK(batch.numbers() == 10);
}

TEST_CASE("document batch: a document's length must be one that can be counted") {
  DocumentBatch batch;
  add(batch, "a", DocumentBatch::no_position, 0xFFFF'FFFF);
  batch.end_document();
  CHECK(shown_all(batch) == "0/4294967295: a*4294967295");
  add(batch, "a", DocumentBatch::no_position, 0xFFFF'FFFF);
  add(batch, "b", DocumentBatch::no_position, 1);
  CHECK_THROWS_AS(batch.end_document(), IndexError);
  SUBCASE("nor may one term occur more often") {
    DocumentBatch other;
    add(other, "a", DocumentBatch::no_position, 0x8000'0000);
    add(other, "a", DocumentBatch::no_position, 0x8000'0000);
    CHECK_THROWS_AS(other.end_document(), IndexError);
  }
}

TEST_CASE("document batch: a cleared one begins anew") {
  DocumentBatch batch;
  add(batch, "a", 1);
  batch.set_value(1, "x");
  batch.end_document();
  batch.clear();
  CHECK(shown_all(batch).empty());
  CHECK(batch.numbers() == 0);
  CHECK(batch.entries().empty());
  CHECK(batch.dictionary().size() == 0);
  add(batch, "b", 3);
  batch.end_document();
  CHECK(shown_all(batch) == "0/1: b*1@3");
}

TEST_CASE("document batch: nothing of a document that was not ended is left when it is cleared") {
  DocumentBatch batch;
  add(batch, "a", 1);
  add(batch, "b", 2, 0xFFFF'FFFF);
  batch.set_value(1, "x");
  batch.set_data("old");
  CHECK_THROWS_AS(batch.end_document(), IndexError);
  batch.clear();
  add(batch, "c", 5);
  batch.end_document();
  CHECK(shown_all(batch) == "0/1: c*1@5");
}

TEST_CASE("document batch: random documents are as they were added") {
  RandomText random(1);
  DocumentBatch batch;
  for (int i = 0; i < 300; ++i) {
    std::map<std::string, std::set<std::uint32_t>> expected;
    for (std::size_t k = random.below(100); k > 0; --k) {
      const std::string term = std::to_string(random.below(500));
      const auto position = static_cast<std::uint32_t>(1 + random.below(200));
      add(batch, term, position);
      expected[term].insert(position);
    }
    batch.end_document();
    std::map<std::string, std::set<std::uint32_t>> found;
    for (const auto& entry : batch.entries(batch.documents().back())) {
      const auto positions = batch.positions(entry);
      found[std::string(batch.dictionary().term(entry.term))] = {positions.begin(),
                                                                 positions.end()};
    }
    REQUIRE((found == expected));
  }
}

TEST_CASE("document batch: a discarded document leaves no trace") {
  DocumentBatch batch;
  add(batch, "a", 1);
  batch.end_document();
  add(batch, "a", 7);
  add(batch, "b", 8);
  batch.set_value(1, "x");
  batch.set_data("gone");
  batch.discard_document();
  add(batch, "b", 2);
  batch.end_document();
  CHECK(shown_all(batch) == "0/1: a*1@1 | 1/1: b*1@2");
}

TEST_CASE("document batch: a document fits as long as its term list does") {
  DocumentBatch batch;
  const std::string ending(glass::max_term_bytes - 8, 'x');
  const auto add_terms = [&](std::uint64_t begin, std::uint64_t end) {
    for (std::uint64_t i = begin; i < end; ++i) add(batch, fmt::format("{:08}", i) + ending, 0);
  };
  constexpr std::uint64_t terms = glass::max_tag_bytes / glass::max_term_bytes;
  add_terms(0, terms * 9 / 10);
  CHECK(batch.fits());
  add_terms(0, terms * 9 / 10);  // occurring again takes no room
  CHECK(batch.fits());
  add_terms(terms * 9 / 10, terms);
  CHECK_FALSE(batch.fits());
  batch.discard_document();
  CHECK(batch.fits());
}
