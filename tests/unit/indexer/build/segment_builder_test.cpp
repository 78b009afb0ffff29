// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/segment_builder.hpp"

#include "news/base/error.hpp"
#include "tests/support/small_files_only.hpp"
#include "tests/support/temporary_folder.hpp"

#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <xapian.h>

using namespace news;
using namespace news::test;

namespace {

DocumentBatch batch_of(const std::vector<std::string>& records) {
  DocumentBatch batch;
  for (const std::string& record : records) {
    const TermId word = batch.intern("S", "word");
    batch.add(word, 3);
    batch.add(word, 7);
    batch.add(batch.intern("Z", "word"), DocumentBatch::no_position);
    batch.add(batch.intern("Q", record.substr(0, 10)), DocumentBatch::no_position, 0);
    batch.set_value(1, "value of " + record);
    batch.set_data(record);
    batch.end_document();
  }
  return batch;
}

InvertedBatch inverted(const std::vector<std::string>& records) {
  return Inverter(1).invert(batch_of(records));
}

/// The data of all documents in their order.
std::string order(const Xapian::Database& database) {
  std::string all;
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    all += database.get_document(*id).get_data() + " ";
  }
  return all;
}

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    names.push_back(entry.path().filename().string());
  }
  return names;
}

}  // namespace

TEST_CASE("segment builder: a document is stored with all it has") {
  const TemporaryFolder folder;
  SegmentBuilder builder(folder.path() / "s", {});
  builder.append(inverted({"a"}));
  builder.finish();
  const Xapian::Database database(folder / "s");
  const Xapian::Document stored = database.get_document(1);
  CHECK(stored.get_data() == "a");
  CHECK(stored.get_value(1) == "value of a");
  CHECK(database.get_doclength(1) == 3);
  std::string terms;
  for (auto term = stored.termlist_begin(); term != stored.termlist_end(); ++term) {
    terms += *term + ":" + std::to_string(term.get_wdf());
    for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at) {
      terms += "@" + std::to_string(*at);
    }
    terms += " ";
  }
  CHECK(terms == "Qa:0 Sword:2@3@7 Zword:1 ");
}

TEST_CASE("segment builder: documents stand in the order in which batches are appended") {
  const TemporaryFolder folder;
  SegmentBuilder builder(folder.path() / "s", {});
  builder.append(inverted({"a", "b"}));
  builder.append(inverted({}));
  builder.append(inverted({"c"}));
  builder.finish();
  CHECK(order(Xapian::Database(folder / "s")) == "a b c ");
}

TEST_CASE("segment builder: more runs on disk than are merged in one go keep their order") {
  const TemporaryFolder folder;
  SegmentBuilder builder(folder.path() / "s", {.memory_bytes = 1});
  std::string expected;
  for (int i = 0; i < 200; ++i) {
    builder.append(inverted({std::to_string(i)}));
    expected += std::to_string(i) + " ";
  }
  builder.finish();
  CHECK(order(Xapian::Database(folder / "s")) == expected);
}

TEST_CASE("segment builder: metadata is kept and the last value counts") {
  const TemporaryFolder folder;
  SegmentBuilder builder(folder.path() / "s", {});
  builder.set_metadata("key", "old");
  builder.append(inverted({"a"}));
  builder.set_metadata("key", "new");
  builder.set_metadata("gone", "");
  builder.finish();
  const Xapian::Database database(folder / "s");
  CHECK(database.get_metadata("key") == "new");
  CHECK(++database.metadata_keys_begin() == database.metadata_keys_end());
}

TEST_CASE("segment builder: a segment may have no documents") {
  const TemporaryFolder folder;
  SegmentBuilder builder(folder.path() / "s", {});
  builder.set_metadata("key", "value");
  builder.finish();
  const Xapian::Database database(folder / "s");
  CHECK(database.get_doccount() == 0);
  CHECK(database.get_metadata("key") == "value");
}

TEST_CASE("segment builder: nothing temporary is left") {
  const TemporaryFolder folder;
  SegmentBuilder builder(folder.path() / "s", {.memory_bytes = 1});
  for (const char* record : {"a", "b", "c"}) builder.append(inverted({record}));
  builder.finish();
  CHECK(names_in(folder.path()) == std::vector<std::string>{"s"});
  for (const std::string& name : names_in(folder.path() / "s")) {
    CAPTURE(name);
    CHECK((name == "iamglass" || name.ends_with(".glass")));
  }
}

TEST_CASE("segment builder: a folder that cannot be made is an error") {
  const TemporaryFolder folder;
  const std::string file = folder.write("file", "x");
  CHECK_THROWS_AS(SegmentBuilder(file + "/s", {}), FileError);
  SUBCASE("nor is one taken that is there") {
    CHECK_THROWS_AS(SegmentBuilder(folder.path(), {}), FileError);
    CHECK(std::filesystem::exists(file));
  }
}

TEST_CASE("segment builder: what is not finished is removed") {
  const TemporaryFolder folder;
  {
    SegmentBuilder builder(folder.path() / "s", {.memory_bytes = 1});
    for (const char* record : {"a", "b", "c"}) builder.append(inverted({record}));
    builder.set_metadata("key", "value");
  }
  CHECK(names_in(folder.path()).empty());
}

TEST_CASE("segment builder: when nothing more can be written the error says why") {
  const TemporaryFolder folder;
  std::vector<std::string> records;
  for (int i = 0; i < 2000; ++i) records.push_back(std::to_string(i) + std::string(500, 'x'));
  const auto why = [&](std::size_t memory_bytes) -> std::string {
    try {
      SegmentBuilder builder(folder.path() / "s", {.memory_bytes = memory_bytes});
      const SmallFilesOnly limit;
      for (int i = 0; i < 3; ++i) builder.append(inverted(records));
      builder.finish();
    } catch (const FileError& error) {
      return error.what();
    }
    return "nothing";
  };
  CHECK(why(1).find("File too large") != std::string::npos);
  CHECK(why(100'000'000).find("File too large") != std::string::npos);
  CHECK(names_in(folder.path()).empty());
}

TEST_CASE("segment builder: a term that is too long for Xapian is an error") {
  DocumentBatch batch;
  batch.add(batch.intern("", std::string(250, 'x')), DocumentBatch::no_position);
  batch.end_document();
  CHECK_THROWS_AS(Inverter(0).invert(batch), IndexError);
}

TEST_CASE("segment builder: a term that occurs more often than can be counted is an error") {
  const TemporaryFolder folder;
  SegmentBuilder builder(folder.path() / "s", {});
  for (int batch = 0; batch < 2; ++batch) {
    DocumentBatch documents;
    documents.add(documents.intern("", "many"), DocumentBatch::no_position, 0x8000'0000);
    documents.end_document();
    builder.append(Inverter(0).invert(documents));
  }
  CHECK_THROWS_AS(builder.finish(), IndexError);
}

TEST_CASE("segment builder: there are no more documents than can be numbered") {
  const TemporaryFolder folder;
  SegmentBuilder builder(folder.path() / "s", {});
  DocumentBatch documents;
  documents.skip(0xFFFF'FFFD);
  documents.end_document();
  builder.append(Inverter(0).invert(documents));
  CHECK_THROWS_AS(builder.append(inverted({"one too many"})), IndexError);
  builder.finish();
  CHECK(Xapian::Database(folder / "s").get_lastdocid() == 0xFFFF'FFFE);
}
