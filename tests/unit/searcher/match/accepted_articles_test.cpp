// SPDX-License-Identifier: GPL-3.0-or-later
// Searches that only some of the matching articles are wanted of.
#include "searcher/match/accepted_articles.hpp"

#include "tests/support/small_index.hpp"

#include <set>
#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

/// Two collections use the id "1".
class TwoCollections : public SmallIndex {
 public:
  TwoCollections()
      : SmallIndex({article("1", "Ferry sails", "The ferry sailed at noon on a calm sea."),
                    article("2", "Ferry sinks", "The ferry sank in the night of the storm.")}) {
    add("other.jsonl",
        {article("1", "Terminal opens", "Hundreds watched a ferry terminal open its doors.")});
  }
};

const SmallIndex& two_collections() {
  static const TwoCollections index;
  return index;
}

/// The titles of the hits if only articles with some of these are accepted.
std::set<std::string> accepted(const std::set<std::string>& titles) {
  SearchRequest request = request_for("ferry");
  request.accept = [&titles](const Article& article) { return titles.count(article.title) != 0; };
  std::set<std::string> found;
  for (const Hit& hit : two_collections().searcher().search(request).hits) {
    found.insert(hit.article.title);
  }
  return found;
}

}  // namespace

TEST_CASE("accepted articles: exactly they are found, also where another has the same identity") {
  const std::set<std::string> all = {"Ferry sails", "Ferry sinks", "Terminal opens"};
  for (const std::set<std::string>& wanted : {all,
                                              std::set<std::string>{},
                                              {"Ferry sinks"},
                                              {"Ferry sails"},
                                              {"Terminal opens"},
                                              {"Ferry sails", "Terminal opens"}}) {
    CHECK(accepted(wanted) == wanted);
  }
}

TEST_CASE("accepted articles: only what matches is asked about") {
  SearchRequest request = request_for("ferry -terminal");
  std::size_t asked = 0;
  request.accept = [&asked](const Article&) { return ++asked > 0; };
  two_collections().searcher().search(request);
  CHECK(asked == 2);
}
