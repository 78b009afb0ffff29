// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/source_state.hpp"

#include "news/index/schema.hpp"
#include "tests/support/reading.hpp"
#include "tests/support/temporary_folder.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

const std::string hash = "abcdefghijklmnopqrst";

/// Segments that remember nothing but sources.
class Segments {
 public:
  Segments& add(const std::vector<SourceState>& states) {
    const std::string path = folder_ / std::to_string(segments_.size());
    Xapian::WritableDatabase database(path, Xapian::DB_CREATE);
    for (const SourceState& each : states) {
      database.set_metadata(schema::source_state_key(each.path), to_metadata(each));
    }
    database.commit();
    segments_.emplace_back(path);
    return *this;
  }

  SourceCatalog catalog() const { return SourceCatalog(segments_); }

 private:
  TemporaryFolder folder_;
  std::vector<Xapian::Database> segments_;
};

SourceState state(const std::string& path, std::uint64_t size = 1) {
  return {path, size, 0, hash, 0, 0};
}

}  // namespace

TEST_CASE("source state: it comes back from metadata as it was") {
  const SourceState states[] = {
      {"/news/a.txt", 17, 1'300'000'000'123'456'789, hash, 3, 1},
      {"/with space \n and more", 0, -1, hash, 0, 0},
      {"/news/b.zip", 17, 5, hash, 3, 1, 12},
      {"/news/c.zip", 17, 5, hash, 3, 1, 12, true},
      {"/news/partial d=1", 17, 5, "", 3, 1, 0, true},
      {"", 18'446'744'073'709'551'615U, 0, hash, 0, 0},
  };
  for (const SourceState& each : states) {
    CAPTURE(each.path);
    REQUIRE(from_metadata(to_metadata(each)));
    CHECK(*from_metadata(to_metadata(each)) == each);
  }
  CHECK(to_metadata(states[0]) == "17 1300000000123456789 " + hash + " 3 1 /news/a.txt");
  CHECK(to_metadata(states[3]) == "17 5 " + hash + " 3 1 passed-over=12 partial /news/c.zip");
}

TEST_CASE("source state: what a later version may add before the path is passed over") {
  const auto read = from_metadata("17 5 " + hash + " 3 1 colour=red partial new /news/a.txt");
  REQUIRE(read);
  CHECK(*read == SourceState{"/news/a.txt", 17, 5, hash, 3, 1, 0, true});
}

TEST_CASE("source state: what is none is nothing") {
  for (const std::string value :
       {"", " ", "x", "17", "17 5", "17 5 hash", "17 5 hash 3", "-1 5 h 3 1 /a", "17 5 h x 1 /a",
        "17x 5 h 3 1 /a", "17 5 h 3 1 passed-over=x /a"}) {
    CAPTURE(value);
    CHECK_FALSE(from_metadata(value));
  }
}

TEST_CASE("source catalog: the newest segment that knows a source is right") {
  Segments segments;
  segments.add({state("/a", 1), state("/b", 1)}).add({state("/a", 2)}).add({});
  const SourceCatalog catalog = segments.catalog();
  CHECK(catalog.find("/a")->size == 2);
  CHECK(catalog.find("/b")->size == 1);
  CHECK_FALSE(catalog.find("/c"));
  CHECK_FALSE(SourceCatalog({}).find("/a"));
}

TEST_CASE("source catalog: which paths are within a folder") {
  const std::string deep = "/n/" + std::string(300, 'x');
  Segments segments;
  segments.add({state("/n/a"), state("/n/sub/b"), state("/nn/c"), state(deep + "1")});
  segments.add({state("/n/a"), state("/n"), state(deep + "2"), state(deep + "/3")});
  const SourceCatalog catalog = segments.catalog();
  CHECK(catalog.paths_within("/n").size() == 6);
  CHECK(joined(catalog.paths_within("/n/sub")) == "/n/sub/b");
  CHECK(joined(catalog.paths_within("/n/a")) == "/n/a");
  CHECK(joined(catalog.paths_within("/nn")) == "/nn/c");
  CHECK(joined(catalog.paths_within(deep)) == deep + "/3");
  CHECK(catalog.paths_within("/").size() == 7);
  CHECK(catalog.paths_within("/x").empty());
}
