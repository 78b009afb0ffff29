// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/index/directory.hpp"

#include "news/base/error.hpp"
#include "news/base/seal.hpp"
#include "news/index/schema.hpp"
#include "tests/support/temporary_folder.hpp"

#include <doctest/doctest.h>

using namespace news;

namespace {

using Segments = std::vector<std::string>;

/// The segments that a stub file with this content names.
Segments segments_of(std::string_view stub) {
  const test::TemporaryFolder folder;
  folder.write(schema::stub_file, stub);
  return IndexDirectory(folder.path()).segments();
}

bool is_ours_with(std::string_view file) {
  const test::TemporaryFolder folder;
  folder.write(file, "x");
  return IndexDirectory(folder.path()).is_ours();
}

}  // namespace

TEST_CASE("directory: what was published is read again") {
  const test::TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  CHECK_FALSE(index.exists());
  CHECK(index.segments().empty());
  index.publish({"segment-000001", "segment-000002"});
  CHECK(index.exists());
  CHECK(index.segments() == Segments{"segment-000001", "segment-000002"});
  index.publish({"segment-000003"});
  CHECK(index.segments() == Segments{"segment-000003"});
}

TEST_CASE("directory: an index of no segments is an index") {
  const test::TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  index.publish({});
  CHECK(index.exists());
  CHECK(index.segments().empty());
}

TEST_CASE("directory: the stub is lines that Xapian reads") {
  const test::TemporaryFolder folder;
  IndexDirectory(folder.path()).publish({"segment-000001", "segment-000002"});
  CHECK(test::content_of(folder / "XAPIANDB") ==
        sealed("auto segment-000001\nauto segment-000002\n"));
}

TEST_CASE("directory: comments and white space in a stub are passed over") {
  CHECK(segments_of("# made by hand\n\n  auto segment-1 \r\nauto segment-1000000") ==
        Segments{"segment-1", "segment-1000000"});
}

TEST_CASE("directory: a stub of which anything is missing or changed is an error") {
  const std::string stub = sealed("auto segment-000001\nauto segment-000002\n");
  for (std::size_t end = 0; end < stub.size(); ++end) {
    CAPTURE(end);
    CHECK_THROWS_AS(segments_of(stub.substr(0, end)), IndexError);
  }
  std::string other = stub;
  other[stub.find("000001") + 5] = '3';
  CHECK_THROWS_AS(segments_of(other), IndexError);
  CHECK_THROWS_AS(segments_of("auto segment-000001\nauto segment-000001\n"), IndexError);
}

TEST_CASE("directory: a stub that is not one of ours is an error") {
  for (const char* stub :
       {"remote localhost\n", "remote localhost:0\n", "remote :8000\n", "auto other\n",
        "auto segment-\n", "auto segment-12x\n", "auto\n", "auto segment-000001 segment-000002\n",
        "auto ../segment-000001\n", "auto /segment-000001", "auto segment-000001/../../x",
        "glass segment-000001\n", "\xFF\xFE", "AUTO segment-000001"}) {
    CAPTURE(stub);
    CHECK_THROWS_AS(segments_of(stub), IndexError);
  }
}

TEST_CASE("directory: parts on other machines are named, and stay when segments are published") {
  const test::TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  const std::vector<ShardAddress> remotes{{.host = "a.lan", .port = 4711},
                                          {.host = "fd00::5", .port = 4712}};
  index.publish({"segment-000001"}, remotes);
  CHECK(test::content_of(folder / "XAPIANDB")
            .ends_with("auto segment-000001\nremote a.lan:4711\nremote [fd00::5]:4712\n"));
  index.publish({"segment-000002"});
  CHECK(index.segments() == Segments{"segment-000002"});
  CHECK(index.remotes() == remotes);
}

TEST_CASE("directory: a damaged stub's whole lines for other machines are kept") {
  const test::TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  folder.write("XAPIANDB",
               "# sum aaaaaaaaaaaaaaaaaaaa\nauto segm\xFFnt\nremote a.lan:4711\nremote a.l");
  index.publish({"segment-000001"});
  CHECK(index.remotes() == std::vector<ShardAddress>{{.host = "a.lan", .port = 4711}});
}

TEST_CASE("directory: the error of a bad stub names the file and the line") {
  const test::TemporaryFolder folder;
  folder.write(schema::stub_file, "auto segment-000001\nauto other\n");
  CHECK_THROWS_WITH_AS(
      IndexDirectory(folder.path()).segments(),
      ((folder / "XAPIANDB") + ": has a line that is not a segment: auto other").c_str(),
      IndexError);
}

TEST_CASE("directory: the next segment is higher than every live one") {
  CHECK(IndexDirectory::next_segment({}) == "segment-000001");
  CHECK(IndexDirectory::next_segment({"segment-000007", "segment-000003"}) == "segment-000008");
  CHECK(IndexDirectory::next_segment({"segment-999999"}) == "segment-1000000");
}

TEST_CASE("directory: a folder is ours if nothing else is in it") {
  const test::TemporaryFolder folder;
  CHECK(IndexDirectory(folder.path()).is_ours());
  CHECK(IndexDirectory(folder / "missing").is_ours());
  for (const char* file : {"XAPIANDB", "XAPIANDB.new", "lock", "intent", "segment-000001/iamglass",
                           "segment-000002.tmp/iamglass"}) {
    CAPTURE(file);
    CHECK(is_ours_with(file));
  }
  for (const char* file :
       {"letter.txt", ".hidden", "Lock", "locked", "news/a.txt", "segment-notes.txt",
        "segment-000001", "segment-000002.tmp", "segment-1x/a", "segment-/a", "segment-.tmp/a",
        "segment-1.tmp.tmp/a", "XAPIANDB-old", "intents"}) {
    CAPTURE(file);
    CHECK_FALSE(is_ours_with(file));
  }
}

TEST_CASE("directory: a segment lies in the folder") {
  CHECK(IndexDirectory("a b").segment_path("segment-000001") == "a b/segment-000001");
}
