// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/inversion/inverted_batch.hpp"

#include "indexer/build/glass/format.hpp"
#include "indexer/build/inversion/run.hpp"
#include "news/base/error.hpp"
#include "tests/support/hex.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace news;
using namespace news::test;

namespace {

constexpr std::uint32_t nowhere = DocumentBatch::no_position;

void add(DocumentBatch& batch, std::string_view term, std::uint32_t position,
         std::uint32_t wdf = 1) {
  batch.add(batch.intern("", term), position, wdf);
}

/// "b a" and "a", with a number unused between, values and records.
DocumentBatch two_documents() {
  DocumentBatch batch;
  add(batch, "b", 2);
  add(batch, "a", 1);
  add(batch, "a", 3);
  batch.set_value(1, "v");
  batch.set_value(3, "w");
  batch.set_data("first");
  batch.end_document();
  batch.skip(1);
  add(batch, "a", nowhere, 0);
  batch.set_value(3, "u");
  batch.set_data("second");
  batch.end_document();
  return batch;
}

InvertedBatch inverted(const DocumentBatch& batch, int deflate_level = 0) {
  return Inverter(deflate_level).invert(batch);
}

std::string shown_key(std::string_view key) {
  return key.find('\0') == key.npos ? std::string(key) : hex(key);
}

/// A run's entries, one a string: "key count/total/last = stream".
std::vector<std::string> entries(const std::string& run) {
  std::vector<std::string> all;
  RunCursor cursor = RunCursor::in_memory(run, 0);
  while (cursor.next()) {
    const RunEntry& entry = cursor.entry();
    all.push_back(fmt::format("{} {}/{}/{} = {}", shown_key(entry.key), entry.count, entry.total,
                              entry.last, hex(entry.stream)));
  }
  return all;
}

/// The pieces of one of a batch's strings, as the documents cut it.
std::vector<std::string> pieces(const InvertedBatch& batch, const std::string& all,
                                std::size_t InvertedBatch::Document::*end) {
  std::vector<std::string> cut;
  std::size_t begin = 0;
  for (const InvertedBatch::Document& document : batch.documents) {
    cut.push_back(all.substr(begin, document.*end - begin));
    begin = document.*end;
  }
  CHECK(begin == all.size());
  return cut;
}

bool can_be_inverted(const std::string& term) {
  DocumentBatch batch;
  add(batch, term, 1);
  batch.end_document();
  try {
    inverted(batch);
  } catch (const IndexError&) {
    return false;
  }
  return true;
}

}  // namespace

TEST_CASE("inverted batch: values and lengths come first, then the terms in byte order") {
  CHECK(entries(inverted(two_documents()).postings) == std::vector<std::string>{
                                                           "00 D8 01 1/0/0 = 00 01 76",
                                                           "00 D8 03 2/0/2 = 00 01 77 01 01 75",
                                                           "00 E0 0/0/2 = 00 03 01 00",
                                                           "a 2/2/2 = 00 02 01 00",
                                                           "b 1/1/0 = 00 01",
                                                       });
}

TEST_CASE("inverted batch: position streams are the tags of those terms that have positions") {
  CHECK(entries(inverted(two_documents()).positions) ==
        std::vector<std::string>{"a 0/0/0 = 00 02 03 01", "b 0/0/0 = 00 01 02"});
}

TEST_CASE("inverted batch: what is kept by document") {
  const InvertedBatch batch = inverted(two_documents());
  using Document = InvertedBatch::Document;
  REQUIRE(batch.documents.size() == 2);
  CHECK(batch.documents[0].number == 0);
  CHECK(batch.documents[1].number == 2);
  CHECK(batch.numbers == 3);
  CHECK(pieces(batch, batch.data, &Document::data_end) ==
        std::vector<std::string>{"first", "second"});
  const auto slots = pieces(batch, batch.slots, &Document::slots_end);
  CHECK(hex(slots[0]) == "01 01");
  CHECK(hex(slots[1]) == "03");
  const auto terms = pieces(batch, batch.term_lists, &Document::term_list_end);
  CHECK(hex(terms[0]) == "03 02 01 61 02 04 01 62");
  CHECK(hex(terms[1]) == "00 01 01 61 00");
}

TEST_CASE("inverted batch: statistics are those of the documents that are there") {
  const InvertedBatch batch = inverted(two_documents());
  CHECK(batch.statistics.documents == 2);
  CHECK(batch.statistics.total_length == 3);
  CHECK(batch.statistics.longest_length == 3);
  CHECK(batch.statistics.shortest_length == 3);  // that of no words does not count
  CHECK(batch.statistics.highest_wdf == 2);
  CHECK(batch.values.size() == 2);
  CHECK(batch.values.at(3).count == 2);
  CHECK(batch.values.at(3).lowest == "u");
  CHECK(batch.values.at(3).highest == "w");
}

TEST_CASE("inverted batch: nothing gives nothing") {
  const InvertedBatch none = inverted(DocumentBatch());
  CHECK((none.postings + none.positions).empty());
  CHECK(none.documents.empty());
  CHECK(none.numbers == 0);
  DocumentBatch batch;
  batch.intern("", "met and never added");
  batch.end_document();
  const InvertedBatch empty = inverted(batch);
  CHECK(entries(empty.postings) == std::vector<std::string>{"00 E0 0/0/0 = 00 00"});
  CHECK(empty.positions.empty());
  CHECK(empty.term_lists.empty());
}

TEST_CASE("inverted batch: a term is escaped in keys and plain in term lists") {
  DocumentBatch batch;
  add(batch, std::string("\0\xE1", 2), nowhere);
  add(batch, std::string("a\0", 2), nowhere);
  batch.end_document();
  const InvertedBatch out = inverted(batch);
  CHECK(entries(out.postings) == std::vector<std::string>{
                                     "00 E0 0/0/0 = 00 02",
                                     "00 FF E1 1/1/0 = 00 01",
                                     "61 00 FF 1/1/0 = 00 01",
                                 });
  CHECK(hex(out.term_lists) == "02 02 02 00 E1 01 06 02 61 00");
}

TEST_CASE("inverted batch: a term list is deflated where that makes it shorter") {
  DocumentBatch batch;
  for (int i = 0; i < 300; ++i) add(batch, "word" + std::to_string(i), nowhere);
  batch.end_document();
  add(batch, "a", nowhere);
  batch.end_document();
  const InvertedBatch plain = inverted(batch);
  const InvertedBatch deflated = inverted(batch, 6);
  CHECK(deflated.documents[0].term_list_deflated);
  CHECK_FALSE(deflated.documents[1].term_list_deflated);
  CHECK_FALSE(plain.documents[0].term_list_deflated);
  CHECK(deflated.documents[0].term_list_end < plain.documents[0].term_list_end);
  CHECK(deflated.postings == plain.postings);
}

TEST_CASE("inverted batch: an inverter knows nothing of the batch before") {
  DocumentBatch other;
  for (int i = 0; i < 300; ++i) add(other, std::to_string(i), static_cast<std::uint32_t>(i + 1));
  other.end_document();
  Inverter used(0);
  used.invert(other);
  const InvertedBatch again = used.invert(two_documents());
  const InvertedBatch once = inverted(two_documents());
  CHECK(again.postings == once.postings);
  CHECK(again.positions == once.positions);
  CHECK(again.term_lists == once.term_lists);
}

TEST_CASE("inverted batch: a term has 1 to 245 bytes and fits in a key with its zero bytes") {
  struct Row {
    std::size_t bytes;
    std::size_t zeros;
    bool fits;
  };
  const Row rows[] = {
      {0, 0, false},   {1, 0, true},     {245, 0, true},    {245, 4, true},
      {245, 5, false}, {246, 0, false},  {249, 0, false},   {300, 0, false},
      {1, 1, true},    {124, 124, true}, {125, 125, false}, {125, 124, true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    CAPTURE(row.zeros);
    const std::string term = std::string(row.bytes - row.zeros, 'x') + std::string(row.zeros, '\0');
    CHECK(can_be_inverted(term) == row.fits);
  }
}
