// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/segment_record.hpp"

#include "news/base/error.hpp"
#include "tests/support/index_parts.hpp"
#include "tests/support/temporary_folder.hpp"

#include <filesystem>
#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

/// A segment of two articles.
class Segment {
 public:
  Segment() {
    build_segment(path(), {article_from("/n", "a", "One", "Of one."),
                           article_from("/n", "b", "Two", "Of two.")});
  }

  std::filesystem::path path() const { return folder_.path() / "segment-000001"; }

  void change(const std::string& file) const {
    std::string bytes = content_of(path() / file);
    bytes.back() = static_cast<char>(bytes.back() ^ 1);
    folder_.write("segment-000001/" + file, bytes);
  }

  void remove_first_article() const {
    Xapian::WritableDatabase database(path().string(), Xapian::DB_OPEN);
    database.delete_document(1);
    database.commit();
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("segment record: says how many articles there were, and what the files are") {
  const Segment segment;
  CHECK_FALSE(read_segment_record(segment.path()));
  record_segment(segment.path());
  const auto record = read_segment_record(segment.path());
  REQUIRE(record);
  CHECK(record->articles_when_made == 2);
  CHECK(record->files.size() == 5);
  CHECK(record->files.contains("iamglass"));
  CHECK(changed_files(segment.path()).empty());
}

TEST_CASE("segment record: every file that is changed or missing is named") {
  const Segment segment;
  record_segment(segment.path());
  segment.change("docdata.glass");
  std::filesystem::remove(segment.path() / "position.glass");
  CHECK(changed_files(segment.path()) ==
        std::vector<std::string>{"docdata.glass is not as it was written",
                                 "position.glass is missing"});
}

TEST_CASE("segment record: after a change that was begun and ended it fits again") {
  const Segment segment;
  record_segment(segment.path());
  begin_change(segment.path());
  CHECK(read_segment_record(segment.path())->files.empty());
  segment.remove_first_article();
  CHECK(changed_files(segment.path()).empty());  // nothing is known in between
  end_change(segment.path());
  CHECK(read_segment_record(segment.path())->files.size() == 5);
  CHECK(read_segment_record(segment.path())->articles_when_made == 2);
  segment.change("termlist.glass");
  CHECK(changed_files(segment.path()).size() == 1);
}

TEST_CASE("segment record: a change does not cover up damage") {
  const Segment segment;
  record_segment(segment.path());
  segment.change("postlist.glass");
  CHECK_THROWS_WITH_AS(
      begin_change(segment.path()),
      (segment.path().string() + ": is damaged: postlist.glass is not as it was written").c_str(),
      IndexError);
}

TEST_CASE("segment record: a segment without one may be changed, and one that is damaged not") {
  const Segment segment;
  begin_change(segment.path());
  end_change(segment.path());
  CHECK_FALSE(read_segment_record(segment.path()));
  record_segment(segment.path());
  segment.change("made");
  CHECK_THROWS_AS(read_segment_record(segment.path()), IndexError);
  CHECK_THROWS_AS(begin_change(segment.path()), IndexError);
}
