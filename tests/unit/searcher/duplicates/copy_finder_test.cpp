// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/duplicates/copy_finder.hpp"

#include "bench/duplicates/labels.hpp"
#include "news/base/file.hpp"
#include "news/index/open.hpp"
#include "news/index/schema.hpp"
#include "tests/support/small_index.hpp"

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

const std::filesystem::path labelled = NEWS_LABELLED_PAIRS;

std::vector<std::string> lines_of(const std::filesystem::path& file) {
  std::istringstream in(read_file(file).value());
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// The invented stories of the benchmark, in the languages of the corpus.
struct Stories {
  SmallIndex built{lines_of(labelled / "invented.jsonl")};
  OpenIndex index = open_index({built.path()});
  ArticleStore articles{index.segments};
  IndexSketches sketches{index.database};
  CopyFinder finder{index.database, sketches, articles};

  std::vector<Copy> copies_of(Xapian::docid document) {
    return finder.copies_among(finder.tellers_of(document), document);
  }

  Xapian::docid document(const std::string& id) const {
    return *index.database.postlist_begin(schema::term(schema::own_id, id));
  }
};

Stories& stories() {
  static Stories stories;
  return stories;
}

}  // namespace

TEST_CASE("copy finder: every invented pair is judged as it is labelled") {
  for (const bench::LabelledPair& pair : bench::read_labels(labelled / "labels.tsv")) {
    if (pair.collection != "invented") continue;
    CAPTURE(pair.a);
    CAPTURE(pair.b);
    const Xapian::docid a = stories().document(pair.a);
    const Xapian::docid b = stories().document(pair.b);
    const auto copies = stories().copies_of(a);
    CHECK(std::any_of(copies.begin(), copies.end(),
                      [b](const Copy& copy) { return copy.document == b; }) == pair.is_one_story);
  }
}

TEST_CASE("copy finder: copies are named, in the order of the index, without the article itself") {
  const auto copies = stories().copies_of(stories().document("en-brief-1"));
  REQUIRE(copies.size() == 1);
  CHECK(copies[0].id == "en-brief-1-copy");
  CHECK(copies[0].outlet == "The Mirror");
  const auto many = stories().copies_of(stories().document("zh-dam"));
  CHECK(std::is_sorted(many.begin(), many.end(),
                       [](const Copy& a, const Copy& b) { return a.document < b.document; }));
}

TEST_CASE("copy finder: sketches are candidates if they share an eighth of the smaller one") {
  CHECK(may_be_copies(6, 6, 1));
  CHECK(may_be_copies(8, 64, 1));
  CHECK_FALSE(may_be_copies(9, 9, 1));
  CHECK(may_be_copies(64, 16, 2));
  CHECK_FALSE(may_be_copies(64, 17, 2));
  CHECK_FALSE(may_be_copies(0, 6, 0));
}

TEST_CASE("copy finder: an article of a few words has no sketch and no copies") {
  const SmallIndex built({article("a", "Fog", "Dense fog."), article("b", "Fog", "Dense fog.")});
  const OpenIndex index = open_index({built.path()});
  ArticleStore articles(index.segments);
  IndexSketches sketches(index.database);
  CopyFinder finder(index.database, sketches, articles);
  CHECK(finder.sketch(1).empty());
  CHECK(finder.tellers_of(1) == std::vector<Xapian::docid>{1});
}

TEST_CASE("copy finder: the earlier of two is the one that says an earlier time, or any") {
  const SmallIndex built({article("a", "A", "Text.", R"("date":"2005-11-18T07:00Z")"),
                          article("b", "B", "Text.", R"("date":"2005-11-18T06:00Z")"),
                          article("c", "C", "Text.")});
  const OpenIndex index = open_index({built.path()});
  ArticleStore articles(index.segments);
  IndexSketches sketches(index.database);
  CopyFinder finder(index.database, sketches, articles);
  CHECK(finder.was_published_before(2, 1));
  CHECK_FALSE(finder.was_published_before(1, 2));
  CHECK(finder.was_published_before(1, 3));
  CHECK_FALSE(finder.was_published_before(3, 1));
}
