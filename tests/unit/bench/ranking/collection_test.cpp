// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/ranking/collection.hpp"

#include "news/base/error.hpp"
#include "tests/support/temporary_folder.hpp"

#include <doctest/doctest.h>

using namespace news;
using namespace news::bench;
using namespace news::test;

namespace {

/// A collection of three topics, of which the last is not judged.
struct SmallCollection {
  explicit SmallCollection(const std::string& documents) {
    folder.write("docs.jsonl", documents);
    folder.write("topics.tsv", "7\tferry\n8\tmole \n9\treef\n");
    folder.write("qrels.txt", "7 0 a 1\n8 0 b 2\n");
  }

  Collection read(TopicHalf half = TopicHalf::all) const {
    return read_collection(folder.path(), half);
  }

  TemporaryFolder folder;
};

const char* const documents =
    "{\"id\":\"a\",\"title\":\"Ferry\",\"body\":\"The ferry of Norwick.\"}\n\n"
    "{\"id\":\"b\",\"text\":\"A mole and a wall were seen.\"}\n";

}  // namespace

TEST_CASE("ranking bench: a collection is documents, topics and judgements") {
  const Collection collection = SmallCollection(documents).read();
  REQUIRE(collection.documents.size() == 2);
  CHECK(collection.documents[0].title == "Ferry");
  CHECK(collection.documents[1].body == "A mole and a wall were seen.");
  CHECK(collection.topics.size() == 3);
  CHECK(collection.judgements.size() == 2);
  CHECK_FALSE(collection.spaceless);
}

TEST_CASE("ranking bench: a half is every other topic") {
  const SmallCollection small(documents);
  const Collection odd = small.read(TopicHalf::odd);
  REQUIRE(odd.topics.size() == 2);
  CHECK(odd.topics[1].id == "9");
  CHECK(odd.judgements.size() == 1);
  CHECK(small.read(TopicHalf::even).topics.at(0).id == "8");
}

TEST_CASE("ranking bench: text without spaces is known as such") {
  CHECK(SmallCollection("{\"id\":\"a\",\"body\":\"香港立法会选举结束。\"}\n").read().spaceless);
}

TEST_CASE("ranking bench: what is no document is named with its line") {
  const SmallCollection small("{\"id\":\"a\"}\n[1]\n");
  const std::string where = (small.folder.path() / "docs.jsonl").string() + ":2";
  CHECK_THROWS_WITH_AS(small.read(), (where + ": is no JSON object with an id").c_str(),
                       InputError);
}

TEST_CASE("ranking bench: folders without topics or judgements are no collections") {
  const TemporaryFolder folder;
  folder.write("b/docs.jsonl", "");
  folder.write("b/topics.tsv", "");
  folder.write("b/qrels.txt", "");
  folder.write("a/docs.jsonl", "");
  const auto found = find_collections(folder.path());
  REQUIRE(found.size() == 1);
  CHECK(found[0].filename() == "b");
}
