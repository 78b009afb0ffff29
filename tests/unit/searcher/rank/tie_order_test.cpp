// SPDX-License-Identifier: GPL-3.0-or-later
// How matches of one score are ordered.
#include "searcher/rank/tie_order.hpp"

#include "news/index/schema.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace news;

namespace {

/// Articles with these order keys, from id 1 on; "" has none.
Xapian::WritableDatabase database_of(const std::vector<std::string>& keys) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (const std::string& key : keys) {
    Xapian::Document document;
    document.add_term("a");
    document.add_value(schema::order_slot, key);
    database.add_document(document);
  }
  return database;
}

/// The ids in their order, of matches given by id and score.
std::string ordered(const std::vector<std::string>& keys,
                    const std::vector<std::pair<Xapian::docid, double>>& scores,
                    std::size_t wanted) {
  std::vector<RankedMatch> matches;
  for (const auto& [id, score] : scores) matches.push_back({id, score, {}});
  order_ties(database_of(keys), matches, wanted);
  std::string ids;
  for (const RankedMatch& match : matches) ids += std::to_string(match.id);
  return ids;
}

}  // namespace

TEST_CASE("tie order: equal scores come by their keys, others stay") {
  CHECK(ordered({"d", "c", "b", "a"}, {{1, 2}, {2, 1}, {3, 1}, {4, 1}}, 4) == "1432");
  CHECK(ordered({"d", "c", "b", "a"}, {{1, 2}, {2, 2}, {3, 1}, {4, 1}}, 4) == "2143");
  CHECK(ordered({"d", "c"}, {{1, 2}, {2, 1}}, 2) == "12");
  CHECK(ordered({}, {}, 4).empty());
}

TEST_CASE("tie order: only groups that begin among those wanted, and these whole") {
  CHECK(ordered({"d", "c", "b", "a"}, {{1, 2}, {2, 2}, {3, 1}, {4, 1}}, 2) == "2134");
  CHECK(ordered({"d", "c", "b", "a"}, {{1, 2}, {2, 1}, {3, 1}, {4, 1}}, 2) == "1432");
  CHECK(ordered({"d", "c", "b", "a"}, {{1, 2}, {2, 2}, {3, 1}, {4, 1}}, 0) == "1234");
}

TEST_CASE("tie order: an article without a key comes first, as its key is empty") {
  CHECK(ordered({"b", "", "a"}, {{1, 1}, {2, 1}, {3, 1}}, 3) == "231");
}
