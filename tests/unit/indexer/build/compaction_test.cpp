// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/compaction.hpp"

#include "indexer/build/index_lock.hpp"
#include "indexer/build/segment_merge.hpp"
#include "indexer/build/source_state.hpp"
#include "news/base/error.hpp"
#include "news/index/open.hpp"
#include "news/index/schema.hpp"
#include "tests/support/index_parts.hpp"
#include "tests/support/reading.hpp"
#include "tests/support/temporary_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <sys/resource.h>

using namespace news;
using namespace news::test;

namespace {

constexpr std::chrono::seconds at_once{0};

/// An index with one segment for each list of titles. Every segment remembers the source "/n" with
/// its own number for a size.
class Index {
 public:
  explicit Index(const std::vector<std::vector<std::string>>& segments) {
    std::vector<std::string> live;
    for (const auto& titles : segments) {
      live.push_back(IndexDirectory::next_segment(live));
      add_segment(live.back(), titles, live.size());
    }
    directory().publish(live);
  }

  IndexDirectory directory() const { return IndexDirectory(folder_.path()); }
  void set_metadata(const std::string& segment, const std::string& key, const std::string& value) {
    Xapian::WritableDatabase database(folder_ / segment, Xapian::DB_OPEN);
    database.set_metadata(key, value);
    database.commit();
  }

  std::string segments() const { return joined(directory().segments(), " "); }
  std::string titles() const { return titles_in(open_index({folder_.path()}).database); }

 private:
  void add_segment(const std::string& name, const std::vector<std::string>& titles,
                   std::uint64_t number) const {
    std::vector<Article> articles;
    for (const std::string& title : titles) {
      articles.push_back(article_from("/n", title, title, "Of " + title));
    }
    build_segment(folder_.path() / name, articles);
    Xapian::WritableDatabase segment(folder_ / name, Xapian::DB_OPEN);
    segment.set_metadata(schema::source_state_key("/n"),
                         to_metadata(SourceState{"/n", number, 0, "hash", 1, 0}));
    segment.commit();
  }

  TemporaryFolder folder_;
};

/// As long as it lives, hardly any files can be open.
class FewOpenFiles {
 public:
  FewOpenFiles() {
    ::getrlimit(RLIMIT_NOFILE, &before_);
    struct rlimit few = before_;
    few.rlim_cur = 64;
    ::setrlimit(RLIMIT_NOFILE, &few);
  }
  ~FewOpenFiles() { ::setrlimit(RLIMIT_NOFILE, &before_); }
  FewOpenFiles(const FewOpenFiles&) = delete;
  FewOpenFiles& operator=(const FewOpenFiles&) = delete;

 private:
  struct rlimit before_ {};
};

}  // namespace

TEST_CASE("compaction: several segments become one with the same articles") {
  const Index index({{"a", "b"}, {"c"}, {}, {"d"}});
  CHECK(compact_index(index.directory().path(), at_once) == 4);
  CHECK(index.segments() == "segment-000005");
  CHECK(index.titles() == "a b c d");
  CHECK_FALSE(std::filesystem::exists(index.directory().path() / "segment-000001"));
}

TEST_CASE("compaction: the newest segment is right about a source") {
  for (const std::uint64_t count : {2U, 3U, 9U, 20U}) {
    const Index index(std::vector<std::vector<std::string>>(count, {"a"}));
    compact_index(index.directory().path(), at_once);
    const SourceCatalog catalog({open_segment(index.directory(), index.segments())});
    REQUIRE(catalog.find("/n"));
    CHECK(catalog.find("/n")->size == count);
  }
}

TEST_CASE("compaction: more segments than can be open at once are merged in several steps") {
  const Index index({{"a"}, {"b"}, {"c"}, {"d"}, {}, {"e"}, {"f"}});
  {
    const FewOpenFiles limit;
    CHECK(compact_index(index.directory().path(), at_once) == 7);
  }
  CHECK(index.titles() == "a b c d e f");
  const SourceCatalog catalog({open_segment(index.directory(), "segment-000008")});
  REQUIRE(catalog.find("/n"));
  CHECK(catalog.find("/n")->size == 7);
  const auto is_folder = [](const auto& entry) { return entry.is_directory(); };
  const std::filesystem::directory_iterator files(index.directory().path() / "segment-000008");
  CHECK(std::none_of(begin(files), end(files), is_folder));
}

TEST_CASE("compaction: a disk without room for it is known before") {
  const TemporaryFolder folder;
  CHECK_NOTHROW(require_room(folder.path(), 1));
  CHECK_THROWS_AS(require_room(folder.path(), ~std::uint64_t{0}), FileError);
}

TEST_CASE("compaction: it can be interrupted and leaves nothing lying about") {
  const Index index({{"a"}, {"b"}});
  const std::atomic<bool> stop = true;
  CHECK_THROWS_AS(compact_index(index.directory().path(), at_once, &stop), Interrupted);
  CHECK(index.segments() == "segment-000001 segment-000002");
  CHECK(index.directory().segment_folders().size() == 2);
}

TEST_CASE("compaction: less than two segments are left alone") {
  const Index one({{"a"}});
  CHECK(compact_index(one.directory().path(), at_once) == 0);
  CHECK(one.segments() == "segment-000001");
  const Index none({});
  CHECK(compact_index(none.directory().path(), at_once) == 0);
  CHECK(none.segments().empty());
}

TEST_CASE("compaction: another writer stops it") {
  const Index index({{"a"}, {"b"}});
  const FileLock lock = lock_index(index.directory().path(), at_once);
  CHECK_THROWS_AS(compact_index(index.directory().path(), at_once), IndexBusy);
  CHECK(index.segments() == "segment-000001 segment-000002");
  CHECK(index.directory().segment_folders().size() == 2);
}

TEST_CASE("compaction: a damaged segment leaves the index as it was") {
  const Index index({{"a"}, {"b"}});
  std::filesystem::remove(index.directory().path() / "segment-000002/postlist.glass");
  CHECK_THROWS_AS(compact_index(index.directory().path(), at_once), IndexError);
  CHECK(index.segments() == "segment-000001 segment-000002");
  CHECK(index.directory().segment_folders().size() == 2);
}

TEST_CASE("compaction: a dictionary that several segments have is kept once") {
  Index index({{"a"}, {"b"}});
  const std::string key = schema::dictionary_key(7);
  for (const char* segment : {"segment-000001", "segment-000002"}) {
    index.set_metadata(segment, key, "words");
  }
  compact_index(index.directory().path(), at_once);
  CHECK(open_segment(index.directory(), "segment-000003").get_metadata(key) == "words");
}

TEST_CASE("compaction: two dictionaries of one number keep segments apart") {
  Index index({{"a"}, {"b"}});
  index.set_metadata("segment-000001", schema::dictionary_key(7), "words");
  index.set_metadata("segment-000002", schema::dictionary_key(7), "other words");
  CHECK_THROWS_AS(compact_index(index.directory().path(), at_once), IndexError);
  CHECK(index.segments() == "segment-000001 segment-000002");
  CHECK(index.directory().segment_folders().size() == 2);
}
