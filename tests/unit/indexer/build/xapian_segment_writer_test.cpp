// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/segment_writer.hpp"
#include "news/base/error.hpp"
#include "tests/support/temporary_folder.hpp"

#include <csignal>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <xapian.h>

using namespace news;
using namespace news::test;

namespace {

Document document(const std::string& data) {
  Document document;
  document.add_posting("S", "word", 3);
  document.add_posting("S", "word", 7);
  document.add_term("Z", "word");
  document.add_filter("Q" + data);
  document.set_value(1, "value of " + data);
  document.set_data(data);
  return document;
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

/// Lets no file grow beyond a few blocks, as a full disk does.
class SmallFilesOnly {
 public:
  SmallFilesOnly() {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit small{.rlim_cur = 20'000, .rlim_max = before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallFilesOnly() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  SmallFilesOnly(const SmallFilesOnly&) = delete;
  SmallFilesOnly& operator=(const SmallFilesOnly&) = delete;

 private:
  void (*handler_)(int) = std::signal(SIGXFSZ, SIG_IGN);
  rlimit before_{};
};

}  // namespace

TEST_CASE("segment writer: a document is stored with all it has") {
  const TemporaryFolder folder;
  const auto writer = make_xapian_segment_writer(folder.path() / "s");
  writer->add_batch(0, {document("a")});
  writer->finish();
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

TEST_CASE("segment writer: documents stand in the order of their batches' numbers") {
  const TemporaryFolder folder;
  const auto writer = make_xapian_segment_writer(folder.path() / "s");
  writer->add_batch(20, {document("e")});
  writer->add_batch(3, {document("c"), document("d")});
  writer->add_batch(5, {});
  writer->add_batch(0, {document("a"), document("b")});
  writer->finish();
  CHECK(order(Xapian::Database(folder / "s")) == "a b c d e ");
}

TEST_CASE("segment writer: more batches than are merged in one go keep their order") {
  const TemporaryFolder folder;
  const auto writer = make_xapian_segment_writer(folder.path() / "s");
  std::string expected;
  for (std::uint64_t i = 0; i < 70; ++i) expected += std::to_string(i) + " ";
  const auto add = [&writer](std::uint64_t first) {
    for (std::uint64_t i = first; i < 70; i += 2)
      writer->add_batch(i, {document(std::to_string(i))});
  };
  std::thread odd(add, 1);
  add(0);
  odd.join();
  writer->finish();
  CHECK(order(Xapian::Database(folder / "s")) == expected);
}

TEST_CASE("segment writer: metadata is kept and the last value counts") {
  const TemporaryFolder folder;
  const auto writer = make_xapian_segment_writer(folder.path() / "s");
  writer->set_metadata("key", "old");
  writer->add_batch(0, {document("a")});
  writer->set_metadata("key", "new");
  writer->finish();
  CHECK(Xapian::Database(folder / "s").get_metadata("key") == "new");
}

TEST_CASE("segment writer: a segment may have no documents") {
  const TemporaryFolder folder;
  const auto writer = make_xapian_segment_writer(folder.path() / "s");
  writer->add_batch(0, {});
  writer->set_metadata("key", "value");
  writer->finish();
  const Xapian::Database database(folder / "s");
  CHECK(database.get_doccount() == 0);
  CHECK(database.get_metadata("key") == "value");
}

TEST_CASE("segment writer: nothing temporary is left") {
  const TemporaryFolder folder;
  const auto writer = make_xapian_segment_writer(folder.path() / "s");
  writer->add_batch(0, {document("a")});
  writer->set_metadata("key", "value");
  writer->finish();
  CHECK(names_in(folder.path()) == std::vector<std::string>{"s"});
  for (const std::string& name : names_in(folder.path() / "s")) {
    CAPTURE(name);
    CHECK((name == "iamglass" || name == "flintlock" || name.ends_with(".glass")));
  }
}

TEST_CASE("segment writer: a folder that cannot be made is an error") {
  const TemporaryFolder folder;
  const std::string file = folder.write("file", "x");
  CHECK_THROWS_AS(make_xapian_segment_writer(file + "/s"), IndexError);
}

TEST_CASE("segment writer: what is not finished is removed") {
  const TemporaryFolder folder;
  {
    const auto writer = make_xapian_segment_writer(folder.path() / "s");
    writer->add_batch(0, {document("a")});
    writer->set_metadata("key", "value");
  }
  CHECK(names_in(folder.path()).empty());
}

TEST_CASE("segment writer: when nothing more can be written the error says why") {
  const TemporaryFolder folder;
  const auto writer = make_xapian_segment_writer(folder.path() / "s");
  const SmallFilesOnly limit;
  std::string why;
  try {
    std::vector<Document> documents;
    for (int i = 0; i < 2000; ++i) documents.push_back(document(std::to_string(i)));
    writer->add_batch(0, documents);
  } catch (const IndexError& error) {
    why = error.what();
  }
  CAPTURE(why);
  CHECK(why.find("File too large") != std::string::npos);
  CHECK(why.find("cancel") == std::string::npos);
}

TEST_CASE("segment writer: a term that is too long for Xapian is an error") {
  const TemporaryFolder folder;
  const auto writer = make_xapian_segment_writer(folder.path() / "s");
  Document document;
  document.add_filter(std::string(246, 'x'));
  CHECK_THROWS_AS(writer->add_batch(0, {document}), IndexError);
}
