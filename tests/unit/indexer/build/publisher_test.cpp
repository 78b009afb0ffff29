// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/publisher.hpp"

#include "indexer/build/intent.hpp"
#include "news/base/error.hpp"
#include "news/base/file.hpp"
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

namespace fs = std::filesystem;

/// An index to which segments are brought.
class Index {
 public:
  /// Builds a segment of articles, each from the source that is named like its title's first
  /// letter, and brings it in as a run of its own does.
  PublishedCounts take(const std::vector<std::string>& titles, bool rebuild = false) {
    Publisher publisher(path());
    return take(publisher, titles, rebuild);
  }

  PublishedCounts take(Publisher& publisher, const std::vector<std::string>& titles,
                       bool rebuild = false) {
    const std::string name = publisher.next_segment();
    build(publisher.unfinished_path(name), titles);
    std::vector<std::string> finished;
    for (const std::string& title : titles) finished.push_back(source_of(title));
    return publisher.take_segment(name, {finished, {}}, rebuild);
  }

  void build(const fs::path& segment, const std::vector<std::string>& titles) const {
    std::vector<Article> articles;
    for (const std::string& title : titles) {
      articles.push_back(article_from(source_of(title), title.substr(0, 1), title, "Of " + title));
    }
    build_segment(segment, articles);
    Xapian::WritableDatabase database(segment.string(), Xapian::DB_OPEN);
    for (const std::string& title : titles) {
      const SourceState state{source_of(title), 1, 0, "hash", 1, 0};
      database.set_metadata(schema::source_state_key(state.path), to_metadata(state));
    }
    database.commit();
  }

  std::string titles() const { return sorted_titles_in(open_index({path()}).database); }
  std::string segments() const { return joined(IndexDirectory(path()).segments(), " "); }
  fs::path path() const { return folder_.path() / "news.idx"; }
  bool has(std::string_view name) const { return fs::exists(path() / name); }

  /// Whatever is in the folder of news exists.
  std::string source_of(const std::string& title) const {
    return folder_ / ("news/" + title.substr(0, 1));
  }
  void create_source(const std::string& name) const { folder_.write("news/" + name, "x"); }
  fs::path news() const { return folder_.path() / "news"; }

  Index() { fs::create_directories(path()); }

 private:
  TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("publisher: segments are added and what they replace goes") {
  Index index;
  const auto first = index.take({"a1", "b1"});
  CHECK(first.updated == 0);
  const auto second = index.take({"b2", "c1"});
  CHECK(second.updated == 1);
  CHECK(second.dropped == 0);
  CHECK(index.titles() == "a1 b2 c1");
  CHECK(index.segments() == "segment-000001 segment-000002");
  CHECK_FALSE(index.has(schema::intent_file));
}

TEST_CASE("publisher: an index without segments can be published once") {
  Index index;
  Publisher publisher(index.path());
  publisher.publish_if_new();
  CHECK(IndexDirectory(index.path()).exists());
  index.take({"a1"});
  publisher.publish_if_new();
  CHECK(index.titles() == "a1");
}

TEST_CASE("publisher: a rebuilt index takes the place of the old one at the end") {
  Index index;
  index.take({"a1", "b1"});
  Publisher publisher(index.path());
  index.take(publisher, {"a2", "c1"}, /*rebuild=*/true);
  index.take(publisher, {"d1"}, /*rebuild=*/true);
  CHECK(index.titles() == "a1 b1");
  publisher.publish_rebuilt();
  CHECK(index.titles() == "a2 c1 d1");
  CHECK(index.segments() == "segment-000002 segment-000003");
  CHECK(index.has("segment-000001"));
  publisher.remove_dead_segments();
  CHECK_FALSE(index.has("segment-000001"));
}

TEST_CASE("publisher: recovery removes what a killed run left unfinished") {
  Index index;
  index.take({"a1"});
  index.build(index.path() / "segment-000002.tmp", {"b1"});
  index.build(index.path() / "segment-000003", {"c1"});
  Publisher(index.path()).recover();
  CHECK_FALSE(index.has("segment-000002.tmp"));
  CHECK_FALSE(index.has("segment-000003"));
  CHECK(index.titles() == "a1");
}

TEST_CASE("publisher: as long as the stub is damaged or missing no segment is taken for dead") {
  for (const bool missing : {true, false}) {
    Index index;
    index.take({"a1"});
    index.build(index.path() / "segment-000003.tmp", {"b1"});
    const fs::path stub = index.path() / schema::stub_file;
    fs::remove(stub);
    if (!missing) replace_file(stub, "nonsense\n");
    Publisher publisher(index.path());
    publisher.recover_for_rebuild();
    CHECK(index.has("segment-000001"));
    CHECK_FALSE(index.has("segment-000003.tmp"));
    CHECK(publisher.next_segment() == "segment-000002");
    CHECK(publisher.size().segments == 0);
    index.take(publisher, {"a2"}, /*rebuild=*/true);
    publisher.publish_rebuilt();
    publisher.remove_dead_segments();
    CHECK(index.titles() == "a2");
    CHECK_FALSE(index.has("segment-000001"));
  }
}

// The steps of a publication, and a crash behind each: segment, intent, stub, deletions.
TEST_CASE("publisher: a crash before the stub is replaced leaves the old index") {
  Index index;
  index.take({"a1", "b1"});
  index.build(index.path() / "segment-000002", {"b2"});
  write_intent(IndexDirectory(index.path()), {.published_segment = "segment-000002",
                                              .deletions = {{"segment-000001", {2}}},
                                              .forgotten_sources = {}});
  Publisher(index.path()).recover();
  CHECK(index.titles() == "a1 b1");
  CHECK_FALSE(index.has(schema::intent_file));
  CHECK_FALSE(index.has("segment-000002"));
}

TEST_CASE("publisher: a crash behind it is rolled forward") {
  Index index;
  index.take({"a1", "b1"});
  index.build(index.path() / "segment-000002", {"b2"});
  const IndexDirectory directory(index.path());
  write_intent(directory, {.published_segment = "segment-000002",
                           .deletions = {{"segment-000001", {2}}},
                           .forgotten_sources = {}});
  directory.publish({"segment-000001", "segment-000002"});
  CHECK(open_index({index.path()}).may_have_replaced_articles);
  Publisher(index.path()).recover();
  CHECK(index.titles() == "a1 b2");
  CHECK_FALSE(open_index({index.path()}).may_have_replaced_articles);
}

TEST_CASE("publisher: a merged segment takes the place of those it was made of") {
  Index index;
  for (const char* title : {"a1", "b1", "c1", "d1"}) index.take({title});
  Publisher(index.path()).merge({"segment-000002", "segment-000003"}, nullptr);
  CHECK(index.segments() == "segment-000001 segment-000005 segment-000004");
  CHECK(index.titles() == "a1 b1 c1 d1");
  CHECK_FALSE(index.has("segment-000002"));
}

TEST_CASE("publisher: what an intent is about is settled before it gets other numbers") {
  Index index;
  index.take({"a1"});
  index.take({"b1", "c1"});
  write_intent(
      IndexDirectory(index.path()),
      {.published_segment = "", .deletions = {{"segment-000002", {2}}}, .forgotten_sources = {}});
  Publisher(index.path()).merge({"segment-000001", "segment-000002"}, nullptr);
  CHECK(index.titles() == "a1 b1");
  CHECK_FALSE(index.has(schema::intent_file));
}

TEST_CASE("publisher: a crash behind a merge leaves old segments for the next run to remove") {
  Index index;
  index.take({"a1"});
  index.take({"b1"});
  index.build(index.path() / "segment-000003", {"a1", "b1"});
  IndexDirectory(index.path()).publish({"segment-000003"});
  Publisher(index.path()).recover();
  CHECK(index.titles() == "a1 b1");
  CHECK_FALSE(index.has("segment-000001"));
  CHECK_FALSE(index.has("segment-000002"));
}

TEST_CASE("publisher: a folder of other files is left alone") {
  const TemporaryFolder folder;
  folder.write("precious.txt", "x");
  Publisher publisher(folder.path());
  CHECK_THROWS_WITH_AS(publisher.recover(),
                       (folder.path().string() + ": holds other files and no index").c_str(),
                       IndexError);
  CHECK(fs::exists(folder.path() / "precious.txt"));
}

TEST_CASE("publisher: files that are no segments are never removed") {
  Index index;
  index.take({"a1"});
  fs::create_directories(index.path() / "other");
  Publisher(index.path()).recover();
  CHECK(index.has("other"));
}

TEST_CASE("publisher: articles of sources that are gone are pruned") {
  Index index;
  index.create_source("a");
  index.take({"a1", "b1"});
  index.take({"c1"});
  Publisher publisher(index.path());
  const PrunedCounts counts = publisher.prune({index.news()});
  CHECK(counts.sources == 2);
  CHECK(counts.articles == 2);
  CHECK(index.titles() == "a1");
  CHECK(publisher.catalog().find(index.source_of("a")));
  CHECK_FALSE(publisher.catalog().find(index.source_of("b")));
  CHECK(publisher.prune({index.news()}).sources == 0);
}

TEST_CASE("publisher: only sources within the given folders are pruned") {
  Index index;
  index.take({"a1"});
  CHECK(Publisher(index.path()).prune({index.news() / "sub"}).sources == 0);
  CHECK(Publisher(index.path()).prune({}).sources == 0);
  CHECK(index.titles() == "a1");
}

TEST_CASE("publisher: the size of an index") {
  Index index;
  CHECK(Publisher(index.path()).size().segments == 0);
  index.take({"a1", "b1"});
  index.take({"b2"});
  const IndexSize size = Publisher(index.path()).size();
  CHECK(size.articles == 2);
  CHECK(size.segments == 2);
  CHECK(size.bytes > 0);
}

TEST_CASE("publisher: an unfinished segment that is not there cannot be taken over") {
  Index index;
  CHECK_THROWS_AS(Publisher(index.path()).take_segment("segment-000001", {}, false), FileError);
}
