// SPDX-License-Identifier: GPL-3.0-or-later
// The bulk builder against Xapian's own writer: the same documents must make databases that cannot
// be told apart, and that Xapian goes on checking, updating and compacting.
#include "indexer/build/batch_source.hpp"
#include "indexer/build/composer.hpp"
#include "indexer/build/segment_builder.hpp"
#include "tests/support/random_text.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/xapian_reference.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <xapian.h>

using namespace news;
using namespace news::test;
using namespace std::string_view_literals;

namespace {

using Batches = std::vector<DocumentBatch>;
using Metadata = std::map<std::string, std::string>;

struct How {
  std::size_t memory_bytes = std::size_t{64} * 1024 * 1024;
  int deflate_level = 1;
  bool parallel = true;
};

void build(const std::string& folder, const Batches& batches, const Metadata& metadata = {},
           How how = {}) {
  SegmentBuilder builder(folder, {.memory_bytes = how.memory_bytes, .parallel = how.parallel});
  for (const auto& [key, value] : metadata) builder.set_metadata(key, value);
  Inverter inverter(how.deflate_level);
  for (const DocumentBatch& batch : batches) builder.append(inverter.invert(batch));
  builder.finish();
}

/// Builds both databases, compares and checks them.
void check_same(const Batches& batches, const Metadata& metadata = {}, How how = {}) {
  const TemporaryFolder folder;
  build(folder / "ours", batches, metadata, how);
  write_with_xapian(folder / "xapian", batches, metadata);
  CHECK(difference(Xapian::Database(folder / "ours"), Xapian::Database(folder / "xapian")) == "");
  const CheckResult checked = check_database(folder / "ours");
  CHECK_MESSAGE(checked.errors == 0, checked.text);
}

Batches one(const std::function<void(DocumentBatch&)>& fill) {
  Batches batches(1);
  fill(batches.front());
  return batches;
}

void add_term(DocumentBatch& batch, std::string_view term, std::uint32_t wdf = 1) {
  batch.add(batch.intern("", term), DocumentBatch::no_position, wdf);
}

void add_document(DocumentBatch& batch, std::initializer_list<std::string_view> terms) {
  std::uint32_t position = 0;
  for (const std::string_view term : terms) batch.add(batch.intern("", term), ++position);
  batch.end_document();
}

/// What the articles of corpus/ become, in many small batches.
Batches corpus_batches() {
  const std::string corpus = NEWS_CORPUS_FOLDER;
  BatchSource source(
      SourceWalk({corpus + "/dataset", corpus + "/pages", corpus + "/sgml", corpus + "/wire"}, {}),
      {.batch_bytes = 30'000}, {});
  Batches batches;
  Composer composer;
  while (const auto read = source.next()) {
    composer.start(batches.emplace_back());
    for (const ReadItem& item : read_batch(*read, Language())) {
      for (const Record& record : item.records) composer.add(std::get<Article>(record));
    }
  }
  return batches;
}

struct Updates {
  std::size_t added = 0;
  std::size_t replaced = 0;
  std::size_t deleted = 0;
};

/// Adds, replaces and deletes documents in turn, with a commit now and then.
Updates update(const std::string& path, const Batches& more) {
  Xapian::WritableDatabase database(path, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
  std::vector<Xapian::docid> present(database.postlist_begin(""), database.postlist_end(""));
  RandomText random(5);
  Updates done;
  for (const DocumentBatch& batch : more) {
    for (const auto& document : batch.documents()) {
      const Xapian::Document fresh = to_xapian(batch, document);
      const std::size_t chosen = random.below(present.size());
      database.replace_document(present[chosen], fresh);
      ++done.replaced;
      present.push_back(database.add_document(fresh));
      ++done.added;
      std::swap(present[random.below(present.size())], present.back());
      database.delete_document(present.back());
      present.pop_back();
      if (++done.deleted % 100 == 0) database.commit();
    }
    const auto unused = database.get_lastdocid() + 1000;
    if (!batch.documents().empty()) {
      database.replace_document(unused, to_xapian(batch, batch.documents().front()));
    }
    database.set_metadata("key " + std::to_string(done.added), "value");
  }
  database.commit();
  return done;
}

/// Documents of every sort, of which some take terms that others have.
class RandomDocuments {
 public:
  explicit RandomDocuments(std::mt19937::result_type seed) : random_(seed) {}

  Batches batches(std::size_t count, std::size_t documents) {
    Batches batches(count);
    for (DocumentBatch& batch : batches) {
      for (std::size_t i = random_.below(documents + 1); i > 0; --i) {
        add_document(batch);
        if (random_.below(10) == 0) batch.skip(static_cast<std::uint32_t>(random_.below(1000)));
      }
    }
    return batches;
  }

  std::string term() {
    switch (random_.below(12)) {
      case 0:
        return std::string(245, static_cast<char>('a' + random_.below(3)));
      case 1:
        return std::string("a\0b", 3) + static_cast<char>(random_.below(2));
      case 2:
        return std::string(1, '\0') + static_cast<char>(0xC0 + random_.below(40));
      case 3:
        return std::string(1 + random_.below(3), '\xFF');
      default:
        return fmt::format("{}{}", "Zzterm"[random_.below(6)], random_.below(400));
    }
  }

 private:
  void add_document(DocumentBatch& batch) {
    const std::size_t terms = random_.below(60);
    // Xapian's check takes a document of length 0 for one without terms and positions.
    if (terms != 0) add_term(batch, "counts");
    for (std::size_t i = terms; i > 0; --i) {
      const TermId id = batch.intern("", term());
      for (std::size_t k = random_.below(4); k > 0; --k) {
        batch.add(id, static_cast<std::uint32_t>(1 + random_.below(position_limit())),
                  static_cast<std::uint32_t>(random_.below(3)));
      }
      if (random_.below(5) == 0) batch.add(id, DocumentBatch::no_position, 0);
    }
    for (const std::uint32_t slot : {0U, 1U, 127U, 128U, 300U, 70'000U}) {
      if (random_.below(2) == 0) batch.set_value(slot, random_.bytes(40));
    }
    if (random_.below(4) != 0) batch.set_data(random_.bytes(random_.below(20) == 0 ? 9000 : 200));
    batch.end_document();
  }

  std::size_t position_limit() { return random_.below(10) == 0 ? 0xFFFF'FFF0 : 300; }

  RandomText random_;
};

std::string spellings_of(const Xapian::Database& database) {
  std::string all;
  for (auto word = database.spellings_begin(); word != database.spellings_end(); ++word) {
    all += fmt::format("{} {}\n", *word, word.get_termfreq());
  }
  return all;
}

}  // namespace

TEST_CASE("bulk build: extreme documents are as Xapian writes them") {
  SUBCASE("none") { check_same({}); }
  SUBCASE("an empty batch") { check_same(Batches(3)); }
  SUBCASE("a document without anything") {
    check_same(one([](DocumentBatch& batch) { batch.end_document(); }));
  }
  SUBCASE("one term") {
    check_same(one([](DocumentBatch& batch) { add_document(batch, {"one"}); }));
  }
  SUBCASE("an empty document among others") {
    check_same(one([](DocumentBatch& batch) {
      add_document(batch, {"a", "b"});
      batch.end_document();
      add_document(batch, {"b", "a", "b"});
    }));
  }
  SUBCASE("100,000 terms") {
    check_same(one([](DocumentBatch& batch) {
      for (int i = 0; i < 100'000; ++i) {
        batch.add(batch.intern("t", std::to_string(i)), static_cast<std::uint32_t>(i + 1));
      }
      batch.end_document();
    }));
  }
  SUBCASE("terms of 245 bytes") {
    check_same(one([](DocumentBatch& batch) {
      for (char c = 'a'; c <= 'z'; ++c) add_term(batch, std::string(245, c));
      for (char c = 'a'; c <= 'z'; ++c) add_term(batch, std::string(244, 'x') + c);
      batch.end_document();
    }));
  }
  SUBCASE("terms with zero bytes") {
    check_same(one([](DocumentBatch& batch) {
      for (const std::string_view term : {"a\0"sv, "a"sv, "a\0b"sv, "\0"sv, "\0\0"sv, "\0\xC0x"sv,
                                          "\0\xE0"sv, "a\0\xFF"sv, "a\x01"sv}) {
        add_term(batch, term);
        batch.add(batch.intern("", term), 7);
      }
      batch.end_document();
    }));
  }
  SUBCASE("wdf of 0 and of 2^31") {
    check_same(one([](DocumentBatch& batch) {
      add_term(batch, "none", 0);
      add_term(batch, "many", 0x8000'0000);
      add_term(batch, "z", 200);
      batch.end_document();
    }));
  }
  SUBCASE("gaps between document numbers") {
    check_same(one([](DocumentBatch& batch) {
      batch.skip(1'000'000);
      add_document(batch, {"a"});
      batch.skip(600'000'000);
      add_document(batch, {"a", "b"});
    }));
  }
  SUBCASE("positions far apart, near each other, and repeated") {
    check_same(one([](DocumentBatch& batch) {
      const TermId term = batch.intern("", "t");
      for (const std::uint32_t position : {9U, 1U, 0xFFFF'FFFFU, 2U, 9U, 1'000'000U}) {
        batch.add(term, position);
      }
      for (std::uint32_t position = 1; position < 5000; position += 1 + position % 7) {
        batch.add(batch.intern("", "u"), position);
      }
      batch.end_document();
    }));
  }
  SUBCASE("huge records and values") {
    check_same(one([](DocumentBatch& batch) {
      for (const std::size_t bytes : {1U, 2000U, 2040U, 8192U, 100'000U, 5'000'000U}) {
        batch.set_data(std::string(bytes, 'x'));
        batch.set_value(3, std::string(std::min<std::size_t>(bytes, 50'000), 'v'));
        batch.end_document();
      }
    }));
  }
  SUBCASE("a term in every one of many documents") {
    check_same(one([](DocumentBatch& batch) {
      for (int i = 0; i < 20'000; ++i) add_document(batch, {"the", std::to_string(i % 17)});
    }));
  }
}

TEST_CASE("bulk build: metadata is as Xapian writes it") {
  check_same(one([](DocumentBatch& batch) { add_document(batch, {"a"}); }),
             {{"key", "value"},
              {std::string("zero\0byte", 9), "x"},
              {"long", std::string(100'000, 'm')},
              {std::string(245, 'k'), "v"}});
}

TEST_CASE("bulk build: spellings are as Xapian writes them") {
  const TemporaryFolder folder;
  SegmentBuilder builder(folder.path() / "ours", {});
  Xapian::WritableDatabase reference(folder / "xapian", Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  RandomText random(3);
  for (int i = 0; i < 3000; ++i) {
    const std::string word = random.of(i % 9 == 0 ? U"aé日" : U"abcdefg", 9);
    const auto frequency = static_cast<std::uint32_t>(1 + random.below(300));
    builder.add_spelling(word, frequency);
    reference.add_spelling(word, frequency);
  }
  builder.finish();
  reference.commit();
  const Xapian::Database ours(folder / "ours");
  CHECK(spellings_of(ours) == spellings_of(reference));
  for (int i = 0; i < 300; ++i) {
    const std::string typed = random.of(U"abcdefgé", 9);
    CAPTURE(typed);
    CHECK(ours.get_spelling_suggestion(typed) == reference.get_spelling_suggestion(typed));
  }
  const CheckResult checked = check_database(folder / "ours");
  CHECK_MESSAGE(checked.errors == 0, checked.text);
}

TEST_CASE("bulk build: random documents are as Xapian writes them") {
  for (std::mt19937::result_type seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    check_same(RandomDocuments(seed).batches(1 + seed % 5, 60), {},
               {.deflate_level = seed % 2 == 0 ? 0 : 6});
  }
}

TEST_CASE("bulk build: memory and threads make no difference") {
  const TemporaryFolder folder;
  const Batches batches = RandomDocuments(99).batches(150, 12);
  build(folder / "roomy", batches);
  build(folder / "tight", batches, {}, {.memory_bytes = 10'000});
  build(folder / "alone", batches, {}, {.memory_bytes = 1, .parallel = false});
  for (const char* table : {"postlist", "position", "termlist", "docdata"}) {
    CAPTURE(table);
    const auto bytes = [&](const char* name) {
      return content_of(folder.path() / name / (std::string(table) + ".glass"));
    };
    CHECK(bytes("roomy").size() > 10'000);
    CHECK((bytes("roomy") == bytes("tight")));
    CHECK((bytes("roomy") == bytes("alone")));
  }
}

TEST_CASE("bulk build: the corpus is as Xapian writes it") {
  const Batches batches = corpus_batches();
  CHECK(batches.size() > 5);
  check_same(batches, {{"key", "value"}});
  check_same(batches, {}, {.memory_bytes = 1, .deflate_level = 0});
}

TEST_CASE("bulk build: Xapian goes on updating, and compacts") {
  const TemporaryFolder folder;
  const Batches batches = RandomDocuments(7).batches(8, 120);
  build(folder / "ours", batches, {{"key", "value"}});
  write_with_xapian(folder / "xapian", batches, {{"key", "value"}});
  const Batches more = RandomDocuments(8).batches(9, 150);
  const Updates done = update(folder / "ours", more);
  CHECK(done.added >= 500);
  CHECK(done.replaced >= 500);
  CHECK(done.deleted >= 500);
  update(folder / "xapian", more);
  CHECK(difference(Xapian::Database(folder / "ours"), Xapian::Database(folder / "xapian")) == "");
  const CheckResult updated = check_database(folder / "ours");
  CHECK_MESSAGE(updated.errors == 0, updated.text);
  Xapian::Database(folder / "ours").compact(folder / "compact", Xapian::DBCOMPACT_NO_RENUMBER);
  const CheckResult compacted = check_database(folder / "compact");
  CHECK_MESSAGE(compacted.errors == 0, compacted.text);
  CHECK(difference(Xapian::Database(folder / "compact"), Xapian::Database(folder / "xapian")) ==
        "");
}
