// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/compaction.hpp"

#include "indexer/build/index_lock.hpp"
#include "indexer/build/source_state.hpp"
#include "news/base/error.hpp"
#include "news/index/open.hpp"
#include "news/index/schema.hpp"
#include "tests/support/index_parts.hpp"
#include "tests/support/reading.hpp"
#include "tests/support/temporary_folder.hpp"

#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>

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

}  // namespace

TEST_CASE("compaction: several segments become one with the same articles") {
  const Index index({{"a", "b"}, {"c"}, {}, {"d"}});
  CHECK(compact_index(index.directory().path(), at_once) == 4);
  CHECK(index.segments() == "segment-000005");
  CHECK(index.titles() == "a b c d");
  CHECK_FALSE(std::filesystem::exists(index.directory().path() / "segment-000001"));
}

TEST_CASE("compaction: the newest segment is right about a source") {
  const Index index({{"a"}, {"b"}, {"c"}});
  compact_index(index.directory().path(), at_once);
  const SourceCatalog catalog({open_segment(index.directory(), "segment-000004")});
  REQUIRE(catalog.find("/n"));
  CHECK(catalog.find("/n")->size == 3);
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
}

TEST_CASE("compaction: a damaged segment leaves the index as it was") {
  const Index index({{"a"}, {"b"}});
  std::filesystem::remove(index.directory().path() / "segment-000002/postlist.glass");
  CHECK_THROWS_AS(compact_index(index.directory().path(), at_once), IndexError);
  CHECK(index.segments() == "segment-000001 segment-000002");
}
