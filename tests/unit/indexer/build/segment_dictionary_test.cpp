// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/segment_dictionary.hpp"

#include "indexer/reader/registry.hpp"

#include <future>
#include <memory>
#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

/// A batch of records of a format that have much in common.
Batch batch_of(int count, std::string_view format = "jsonl") {
  auto source = std::make_shared<SourceInput>();
  source->reader = find_reader(std::string(format));
  Batch batch;
  for (int i = 0; i < count; ++i) {
    std::string body;
    for (int k = 0; k < 90; ++k) body += " Word" + std::to_string((i * k + k) % 701);
    batch.items.push_back(
        {source, RawRecord{.number = static_cast<std::uint64_t>(i + 1),
                           .bytes = R"({"title": "Story", "body": ")" + body + "\"}",
                           .defect = {}}});
  }
  return batch;
}

SegmentDictionary dictionary_of(const Batch& batch, bool parallel = false) {
  return SegmentDictionary(batch, Language(), parallel);
}

}  // namespace

TEST_CASE("segment dictionary: it is the same for all who ask, on whatever thread") {
  for (const bool parallel : {false, true}) {
    const SegmentDictionary dictionary = dictionary_of(batch_of(1000), parallel);
    const auto get = [&dictionary] { return dictionary.get(); };
    auto other = std::async(std::launch::async, get);
    const ArticleDictionary* const made = dictionary.get();
    REQUIRE(made != nullptr);
    CHECK(other.get() == made);
  }
}

TEST_CASE("segment dictionary: the same first records make the same dictionary") {
  const SegmentDictionary a = dictionary_of(batch_of(1000));
  const SegmentDictionary b = dictionary_of(batch_of(3000), true);
  REQUIRE(a.get() != nullptr);
  REQUIRE(b.get() != nullptr);
  CHECK(a.get()->bytes() == b.get()->bytes());
  CHECK(a.get()->id() == b.get()->id());
}

TEST_CASE("segment dictionary: there is none where there is too little to learn from") {
  CHECK(dictionary_of(batch_of(3)).get() == nullptr);
  CHECK(input_bytes(batch_of(300)) > 150'000);
  CHECK(dictionary_of(batch_of(300)).get() == nullptr);
  CHECK(dictionary_of({}).get() == nullptr);
}

TEST_CASE("segment dictionary: records that cannot be read are passed over") {
  Batch batch = batch_of(1000);
  batch.items.front().raw.bytes = "no JSON";
  batch.items[1].raw.defect = "too long";
  CHECK(dictionary_of(batch).get() != nullptr);
}
