// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/prepared_batch.hpp"

#include "indexer/reader/registry.hpp"
#include "news/article/stored_article.hpp"

#include <future>
#include <memory>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace news;

namespace {

constexpr PrepareSettings plain;

/// A reader that runs out of memory.
class Exhausted : public Reader {
 public:
  std::string_view name() const override { return "exhausted"; }
  bool recognizes(const Sample&) const override { return false; }
  std::unique_ptr<RecordFramer> frame(InputWindow&) const override { return nullptr; }
  std::vector<Parsed> parse(const RawRecord&) const override { throw std::bad_alloc(); }
};

std::shared_ptr<const SourceInput> source(const Reader* reader) {
  return std::make_shared<SourceInput>(SourceInput{Origin{"/n/a", "a", "", 0}, reader});
}

std::string line(int number) {
  return fmt::format(R"({{"id": "{0}", "title": "Story {0}", "text": "Word {0} of many."}})",
                     number);
}

/// A story of many different words.
std::string long_line() {
  std::string words;
  for (int i = 0; i < 300; ++i) words += fmt::format("word{} ", i);
  return fmt::format(R"({{"id": "1", "title": "Story", "text": "{}"}})", words);
}

/// A batch of lines of JSON.
Batch batch_of(const std::vector<std::string>& lines, std::uint64_t number = 0) {
  Batch batch;
  batch.number = number;
  const auto from = source(find_reader("jsonl"));
  for (const std::string& text : lines) {
    batch.items.push_back({from, {.number = batch.items.size() + 1, .bytes = text, .defect = {}}});
  }
  return batch;
}

Batch exhausting_batch(std::uint64_t number) {
  static const Exhausted reader;
  Batch batch;
  batch.number = number;
  batch.items.push_back({source(&reader), {.number = 1, .bytes = "x", .defect = {}}});
  return batch;
}

PreparedBatch prepared(Batch batch) {
  const SegmentDictionary dictionary(batch, Language(), /*parallel=*/false);
  return prepare_batch(std::move(batch), plain, dictionary);
}

}  // namespace

TEST_CASE("prepared batch: articles are inverted and reduced to their origins") {
  const PreparedBatch batch = prepared(batch_of({line(1), "{", line(2)}));
  CHECK(batch.inverted.documents.size() == 2);
  CHECK(batch.input_bytes == line(1).size() + 1 + line(2).size());
  REQUIRE(batch.items.size() == 3);
  const auto& article = std::get<Article>(batch.items[0].records.at(0));
  CHECK(article.title.empty());
  CHECK(article.body.empty());
  CHECK(article.origin.path == "/n/a");
  CHECK(article.origin.record == 1);
  CHECK(std::holds_alternative<BadRecord>(batch.items[1].records.at(0)));
}

TEST_CASE("prepared batch: the stored form of an article is that of the article") {
  const PreparedBatch batch = prepared(batch_of({line(1)}));
  CHECK(from_stored(batch.inverted.data).title == "Story 1");
  CHECK(from_stored(batch.inverted.data).body == "Word 1 of many.");
}

TEST_CASE("prepared batch: an article that no index can hold is a bad record among the others") {
  std::string title;
  for (int i = 0; i < 450'000; ++i) title += fmt::format("{:0>63} ", i);
  for (char& c : title) {
    if (c != ' ') c += 'a' - '0';  // words of 63 letters
  }
  const std::string too_much = R"({"id": "9", "text": "Short.", "title": ")" + title + "\"}";
  const PreparedBatch batch = prepared(batch_of({line(1), too_much, line(2)}));
  CHECK(batch.inverted.documents.size() == 2);
  const auto* bad = std::get_if<BadRecord>(&batch.items.at(1).records.at(0));
  REQUIRE(bad != nullptr);
  CHECK(bad->origin.record == 2);
  CHECK(bad->reason == "more distinct words than a document can have");
}

TEST_CASE("prepared batch: what a batch says of its sources goes with it") {
  Batch batch = batch_of({});
  batch.finished.push_back({source(nullptr), {}});
  batch.touched.resize(1);
  batch.finished.front().state.path = "/n/a";
  batch.touched.front().path = "/n/b";
  const PreparedBatch out = prepared(std::move(batch));
  CHECK(out.inverted.documents.empty());
  CHECK(out.input_bytes == 0);
  CHECK(out.finished.at(0).state.path == "/n/a");
  CHECK(out.touched.at(0).path == "/n/b");
}

TEST_CASE("prepared batch: a batch is the same whatever the thread had before") {
  const PreparedBatch once = prepared(batch_of({line(1), line(2)}));
  prepared(batch_of({line(3), line(1), line(4)}));
  const PreparedBatch again = prepared(batch_of({line(1), line(2)}));
  const PreparedBatch elsewhere = std::async(std::launch::async, [] {
                                    return prepared(batch_of({line(1), line(2)}));
                                  }).get();
  for (const PreparedBatch* other : {&again, &elsewhere}) {
    CHECK(other->inverted.postings == once.inverted.postings);
    CHECK(other->inverted.positions == once.inverted.positions);
    CHECK(other->inverted.term_lists == once.inverted.term_lists);
    CHECK(other->inverted.data == once.inverted.data);
  }
}

TEST_CASE("prepared batch: term lists are compressed where that is asked for, on any thread") {
  const auto is_deflated = [](const PrepareSettings& settings) {
    const SegmentDictionary dictionary({}, Language(), /*parallel=*/false);
    const PreparedBatch batch = prepare_batch(batch_of({long_line()}), settings, dictionary);
    return batch.inverted.documents.at(0).term_list_deflated;
  };
  CHECK_FALSE(is_deflated({.default_language = {}, .compress_terms = false}));
  CHECK(is_deflated({.default_language = {}, .compress_terms = true}));
  CHECK_FALSE(is_deflated({.default_language = {}, .compress_terms = false}));
}

TEST_CASE("prepared batch: when the dictionary cannot be made every batch says so") {
  Batch first = exhausting_batch(3);
  first.items.front().raw.bytes.assign(std::size_t{256} * 1024, 'x');  // enough to make one
  const SegmentDictionary dictionary(first, Language(), /*parallel=*/true);
  CHECK_THROWS_AS(prepare_batch(batch_of({line(1)}, 3), plain, dictionary), std::bad_alloc);
  CHECK_THROWS_AS(prepare_batch(batch_of({line(1)}, 4), plain, dictionary), std::bad_alloc);
}

TEST_CASE("prepared batch: a batch that fails is its own matter") {
  const SegmentDictionary dictionary({}, Language(), /*parallel=*/true);
  CHECK_THROWS_AS(prepare_batch(exhausting_batch(4), plain, dictionary), std::bad_alloc);
  CHECK(prepare_batch(batch_of({line(2)}, 5), plain, dictionary).inverted.documents.size() == 1);
}
