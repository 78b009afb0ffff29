// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/index/open.hpp"

#include "news/base/error.hpp"
#include "news/index/schema.hpp"
#include "news/text/analyzer.hpp"
#include "tests/support/temporary_folder.hpp"

#include <cerrno>
#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

struct Rules {
  std::string format{schema::format_version};
  std::string analyzer{Analyzer::rules};
};

/// A segment of one document with this data.
void make_segment(const IndexDirectory& index, const std::string& name, const std::string& data,
                  const Rules& rules = {}) {
  Xapian::WritableDatabase segment(index.segment_path(name).string(), Xapian::DB_CREATE);
  segment.set_metadata(std::string(schema::format_key), rules.format);
  segment.set_metadata(std::string(schema::analyzer_key), rules.analyzer);
  Xapian::Document document;
  document.set_data(data);
  segment.add_document(document);
  segment.commit();
}

void make_index(const std::filesystem::path& folder, const std::string& data,
                const Rules& rules = {}) {
  std::filesystem::create_directories(folder);
  const IndexDirectory index(folder);
  make_segment(index, "segment-000001", data, rules);
  index.publish({"segment-000001"});
}

/// The data of all documents, in order.
std::string data_of(const Xapian::Database& database) {
  std::string out;
  for (Xapian::docid id = 1; id <= database.get_lastdocid(); ++id) {
    out += database.get_document(id).get_data();
  }
  return out;
}

/// The message of the IndexError that opening `folder` gives; empty if it opens.
std::string error_of(const std::filesystem::path& folder) {
  try {
    open_index({folder});
  } catch (const IndexError& error) {
    CHECK_FALSE(error.remedy().empty());
    return error.what();
  }
  return "";
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("open: the segments of one index are one database") {
  const test::TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  make_segment(index, "segment-000001", "a");
  make_segment(index, "segment-000002", "b");
  make_segment(index, "segment-000003", "c");
  index.publish({"segment-000003", "segment-000001"});
  const OpenIndex opened = open_index({folder.path()});
  CHECK(opened.database.get_doccount() == 2);
  CHECK(data_of(opened.database) == "ca");
  CHECK_FALSE(opened.may_have_replaced_articles);
}

TEST_CASE("open: several folders are one database in their order") {
  const test::TemporaryFolder folder;
  make_index(folder / "one", "a");
  make_index(folder / "two", "b");
  CHECK(data_of(open_index({folder / "two", folder / "one"}).database) == "ba");
}

TEST_CASE("open: an index without segments is empty") {
  const test::TemporaryFolder folder;
  IndexDirectory(folder.path()).publish({});
  CHECK(open_index({folder.path()}).database.get_doccount() == 0);
}

TEST_CASE("open: an update that is not finished is told") {
  const test::TemporaryFolder folder;
  make_index(folder.path(), "a");
  folder.write(schema::intent_file, "");
  CHECK(open_index({folder.path()}).may_have_replaced_articles);
}

TEST_CASE("open: a folder without an index is an error with the remedy") {
  const test::TemporaryFolder folder;
  CHECK(error_of(folder.path()) == folder.path().string() + ": holds no index");
  CHECK(error_of(folder / "missing") == (folder / "missing") + ": no such index");
  CHECK(error_of(folder.write("file", "x")) == (folder / "file") + ": is a file, and an index is a folder");
}

TEST_CASE("open: an index of another version is refused") {
  const test::TemporaryFolder folder;
  make_index(folder / "future", "a", {.format = "99", .analyzer = std::string(Analyzer::rules)});
  make_index(folder / "unknown", "a", {.format = "", .analyzer = ""});
  make_index(folder / "rules", "a", {.analyzer = "other"});
  CHECK(contains(error_of(folder / "future"), "has index format 99, this program reads "));
  CHECK(contains(error_of(folder / "unknown"), "has index format unknown"));
  CHECK(contains(error_of(folder / "rules"), "was analysed by rules other"));
}

TEST_CASE("open: a segment that is missing or damaged is an error") {
  const test::TemporaryFolder folder;
  make_index(folder.path(), "a");
  const std::filesystem::path segment = folder.path() / "segment-000001";
  SUBCASE("missing") { std::filesystem::remove_all(segment); }
  SUBCASE("empty") {
    std::filesystem::remove_all(segment);
    std::filesystem::create_directory(segment);
  }
  SUBCASE("without its version file") { std::filesystem::remove(segment / "iamglass"); }
  SUBCASE("with a cut version file") { folder.write("segment-000001/iamglass", "IAM"); }
  SUBCASE("without its postings") { std::filesystem::remove(segment / "postlist.glass"); }
  SUBCASE("with text for postings") {
    folder.write("segment-000001/postlist.glass", std::string(20'000, 'x'));
  }
  SUBCASE("a file") {
    std::filesystem::remove_all(segment);
    folder.write("segment-000001", "x");
  }
  CHECK(contains(error_of(folder.path()), segment.string()));
}

TEST_CASE("open: a stub that names other things is an error") {
  const test::TemporaryFolder folder;
  folder.write(schema::stub_file, "inmemory\n");
  CHECK(contains(error_of(folder.path()), "is not a segment"));
}

TEST_CASE("open: the remedy fits what the system refused") {
  const auto remedy = [](int code) {
    return index_error("segment", Xapian::DatabaseOpeningError("Couldn't open it", code)).remedy();
  };
  CHECK(remedy(0) == repair_remedy);
  CHECK(remedy(EIO) == repair_remedy);
  for (const int code : {ENOSPC, EACCES, EMFILE}) CHECK(remedy(code) == system_remedy(code));
}

TEST_CASE("open: a question is asked again when a writer disturbs it") {
  const test::TemporaryFolder folder;
  make_index(folder / "a.idx", "old");
  int asked = 0;
  const std::string answer = ask_index({folder / "a.idx"}, [&](const OpenIndex& index) {
    if (++asked == 1) {
      const IndexDirectory directory(folder / "a.idx");
      make_segment(directory, "segment-000002", "new");
      directory.publish({"segment-000002"});
      std::filesystem::remove_all(directory.segment_path("segment-000001"));
      throw Xapian::DatabaseOpeningError("a table is gone");
    }
    return data_of(index.database);
  });
  CHECK(asked == 2);
  CHECK(answer == "new");
}

TEST_CASE("open: a question that is disturbed again and again is an error") {
  const test::TemporaryFolder folder;
  make_index(folder / "a.idx", "old");
  CHECK_THROWS_AS(ask_index({folder / "a.idx"},
                            [](const OpenIndex& /*index*/) -> int {
                              throw Xapian::DatabaseModifiedError("changed");
                            }),
                  IndexError);
}
