// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/ranking/contestant.hpp"
#include "tests/support/temporary_folder.hpp"

#include <algorithm>

#include <doctest/doctest.h>

using namespace news;
using namespace news::bench;
using namespace news::test;

namespace {

Collection collection_of(std::vector<Document> documents, std::string query, bool spaceless) {
  Collection collection;
  collection.documents = std::move(documents);
  collection.topics = {{"1", std::move(query)}, {"2", "\"'* AND ("}};
  collection.language = *Language::parse(spaceless ? "zh" : "en");
  collection.spaceless = spaceless;
  return collection;
}

std::string found(const RankingContestant& contestant, const Collection& collection) {
  const TemporaryFolder folder;
  std::vector<std::string> ids = contestant.run(collection, folder.path())["1"];
  std::sort(ids.begin(), ids.end());
  std::string joined;
  for (const std::string& id : ids) joined += id;
  return joined;
}

}  // namespace

TEST_CASE("ranking bench: Xapian finds stems, or n-grams, and takes any query") {
  const auto english = collection_of({{"a", "Ferries", "T"}, {"b", "", "mole"}}, "ferry", false);
  CHECK(found(xapian_contestant(), english) == "a");
  const auto chinese = collection_of({{"a", "", "香港立法会"}, {"b", "", "北京"}}, "立法", true);
  CHECK(found(xapian_contestant(), chinese) == "a");
}

TEST_CASE("ranking bench: FTS5 finds stems, or trigrams, and takes any query") {
  const RankingContestant fts5 = fts5_contestant();
  if (!fts5.run) return;  // built without SQLite
  const auto english = collection_of({{"a", "Ferries", "T"}, {"b", "", "mole"}}, "ferry \"", false);
  CHECK(found(fts5, english) == "a");
  const auto chinese =
      collection_of({{"a", "", "香港立法会"}, {"b", "", "北京"}}, "立法会选", true);
  CHECK(found(fts5, chinese) == "a");
}
