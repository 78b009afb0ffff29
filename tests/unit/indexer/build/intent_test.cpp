// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/intent.hpp"

#include "indexer/build/source_state.hpp"
#include "news/base/error.hpp"
#include "news/base/file.hpp"
#include "news/index/schema.hpp"
#include "tests/support/index_parts.hpp"
#include "tests/support/temporary_folder.hpp"

#include <filesystem>
#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

/// An index of two segments with three articles each, "a b c" and "d e f", both of which remember
/// the source "/a".
class TwoSegments {
 public:
  TwoSegments() {
    int number = 0;
    for (const std::string name : {"segment-000001", "segment-000002"}) {
      std::vector<Article> articles;
      for (int i = 0; i < 3; ++i) {
        const std::string title(1, static_cast<char>('a' + number++));
        articles.push_back(article_from("/a", title, title, "Text of " + title + "."));
      }
      build_segment(index.segment_path(name), articles);
      Xapian::WritableDatabase segment(index.segment_path(name).string(), Xapian::DB_OPEN);
      segment.set_metadata(schema::source_state_key("/a"),
                           to_metadata(SourceState{"/a", 0, 0, "hash", 0, 0}));
      segment.commit();
    }
    index.publish(index_segments());
  }

  static std::vector<std::string> index_segments() { return {"segment-000001", "segment-000002"}; }

  std::string titles() const {
    std::string titles;
    for (const std::string& name : index_segments()) {
      titles += titles_in(Xapian::Database(index.segment_path(name).string())) + "|";
    }
    return titles;
  }

  bool remembers(const std::string& segment) const {
    const Xapian::Database database(index.segment_path(segment).string());
    return !database.get_metadata(schema::source_state_key("/a")).empty();
  }

  bool has_intent() const { return std::filesystem::exists(index.path() / schema::intent_file); }

 private:
  TemporaryFolder folder_;

 public:
  const IndexDirectory index{folder_.path()};
};

/// Segments whose last document has the number 9.
const LastDocids nine = {{"segment-000001", 9}, {"segment-000002", 9}, {"s", 9}};

}  // namespace

TEST_CASE("intent: its text says all of it") {
  const Intent intent{.published_segment = "segment-000007",
                      .deletions = {{"segment-000001", {3, 1, 2, 9}}, {"segment-000002", {5}}},
                      .forgotten_sources = {"/news/a b.txt", "/odd\n%41\x7F", " /x "}};
  CHECK(to_text(intent) ==
        "publishes segment-000007\n"
        "delete segment-000001 1-3 9\n"
        "delete segment-000002 5\n"
        "forget /news/a b.txt\n"
        "forget /odd%0a%2541%7f\n"
        "forget  /x \n");
  Intent sorted = intent;
  sorted.deletions["segment-000001"] = {1, 2, 3, 9};
  CHECK(intent_from_text(to_text(intent), "x", nine) == sorted);
  CHECK(intent_from_text("", "x", nine) == Intent());
}

TEST_CASE("intent: a text that is none is refused") {
  for (const std::string line :
       {"publishes", "delete", "forget", "nonsense", "\n", "delete s x", "delete s 0",
        "delete s 3-1", "delete s 1-", "delete s -1", "delete s 1-2x", "delete s 99999999999",
        "remove s 1", "delete s 3 2", "delete s 1-3 3-4"}) {
    CAPTURE(line);
    CHECK_THROWS_AS(intent_from_text(line + "\n", "x", nine), IndexError);
  }
  CHECK_THROWS_WITH(intent_from_text("nonsense\n", "/i/intent", nine),
                    "/i/intent: has a line that is no intent: nonsense");
}

TEST_CASE("intent: deletions that a segment cannot have are refused before they fill memory") {
  for (const std::string range : {"1-4294967295", "10", "4294967295", "9-10"}) {
    CAPTURE(range);
    const std::string line = "delete s " + range;
    CHECK_THROWS_WITH(
        intent_from_text(line + "\n", "/i/intent", nine),
        ("/i/intent: has a line that deletes what the segment cannot have: " + line).c_str());
  }
  // The whole number space of a segment that is gone takes no memory.
  CHECK(intent_from_text("delete gone 1-4294967295\n", "x", nine) == Intent());
}

TEST_CASE("intent: a damaged range stops the run and nothing is deleted") {
  const TwoSegments small;
  replace_file(small.index.path() / schema::intent_file,
               "delete segment-000001 1\ndelete segment-000002 1-4294967295\n");
  CHECK_THROWS_AS(settle_intent(small.index), IndexError);
  CHECK(small.titles() == "a b c|d e f|");
  CHECK(small.has_intent());
}

TEST_CASE("intent: an empty one is not written") {
  const TwoSegments small;
  write_intent(small.index, {});
  write_intent(small.index, Intent{"segment-000002", {}, {}});
  CHECK_FALSE(small.has_intent());
  settle_intent(small.index);
  CHECK(small.titles() == "a b c|d e f|");
}

TEST_CASE("intent: what it says is carried out and forgotten") {
  const TwoSegments small;
  write_intent(small.index, {.published_segment = {},
                             .deletions = {{"segment-000001", {1, 3}}, {"segment-000002", {2}}},
                             .forgotten_sources = {"/a", "/never/seen"}});
  CHECK(small.has_intent());
  settle_intent(small.index);
  CHECK_FALSE(small.has_intent());
  CHECK(small.titles() == "b|d f|");
  CHECK_FALSE(small.remembers("segment-000001"));
  CHECK_FALSE(small.remembers("segment-000002"));
}

TEST_CASE("intent: nothing is done for a segment that never went live") {
  const TwoSegments small;
  write_intent(small.index, {.published_segment = "segment-000003",
                             .deletions = {{"segment-000001", {1}}},
                             .forgotten_sources = {"/a"}});
  settle_intent(small.index);
  CHECK_FALSE(small.has_intent());
  CHECK(small.titles() == "a b c|d e f|");
  CHECK(small.remembers("segment-000001"));
}

TEST_CASE("intent: the published segment itself forgets nothing") {
  const TwoSegments small;
  write_intent(small.index, {.published_segment = "segment-000002",
                             .deletions = {{"segment-000001", {2}}},
                             .forgotten_sources = {"/a"}});
  settle_intent(small.index);
  CHECK(small.titles() == "a c|d e f|");
  CHECK_FALSE(small.remembers("segment-000001"));
  CHECK(small.remembers("segment-000002"));
}

TEST_CASE("intent: it can be carried out again after a crash") {
  const TwoSegments small;
  const Intent intent{.published_segment = {},
                      .deletions = {{"segment-000001", {1, 2}}, {"gone", {1}}},
                      .forgotten_sources = {"/a"}};
  for (int i = 0; i < 2; ++i) {
    write_intent(small.index, intent);
    settle_intent(small.index);
    CHECK(small.titles() == "c|d e f|");
  }
}

TEST_CASE("intent: a damaged file stops the run and stays") {
  const TwoSegments small;
  write_intent(small.index,
               {.published_segment = {}, .deletions = {{"x y", {1}}}, .forgotten_sources = {}});
  CHECK_THROWS_AS(settle_intent(small.index), IndexError);
  CHECK(small.has_intent());
}
