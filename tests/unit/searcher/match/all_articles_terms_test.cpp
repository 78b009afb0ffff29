// SPDX-License-Identifier: GPL-3.0-or-later
// Terms that all articles have, in segments from which articles were removed.
#include "searcher/match/all_articles_terms.hpp"

#include "tests/support/small_index.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace news;
using namespace news::test;

namespace {

constexpr int articles = 1200;  // the list of lengths has several chunks

std::vector<std::string> lines(int count) {
  std::vector<std::string> all;
  for (int i = 0; i < count; ++i) {
    all.push_back(article(fmt::format("a{}", i), fmt::format("Report {}", i),
                          fmt::format("Of the harbour, part {}.", i),
                          R"("language":"en","source":"Courier","date":"2005-11-18")"));
  }
  return all;
}

/// All articles of the first segment have the word, the language, the outlet and the year; one was
/// removed.
class IndexWithGap : public SmallIndex {
 public:
  IndexWithGap() : SmallIndex(lines(articles)) {
    add("other.jsonl", {article("b", "Other", "Of other things.")});
    Xapian::WritableDatabase database((path() / "segment-000001").string(), Xapian::DB_OPEN);
    database.delete_document(7);
    database.commit();
  }
};

const SmallIndex& index_with_gap() {
  static const IndexWithGap index;
  return index;
}

std::uint64_t total(SearchRequest request) {
  request.count_exactly = true;
  request.duplicates = Duplicates::show;
  return index_with_gap().searcher().search(request).total;
}

}  // namespace

TEST_CASE("all articles' terms: they are counted") {
  SearchRequest request = request_for("harbour");
  request.facets = {FacetField::language};
  request.limit = 0;
  CHECK(total(request) == articles - 1);
}

TEST_CASE("all articles' terms: they filter, alone, with words, and when they exclude") {
  CHECK(total(request_for("outlet:courier date:2005")) == articles - 1);
  CHECK(total(request_for("lang:en outlet:courier")) == articles - 1);
  CHECK(total(request_for("harbour lang:en outlet:courier")) == articles - 1);
  CHECK(total(request_for("harbour date:2005")) == articles - 1);
  CHECK(total(request_for("other -harbour")) == 1);
  CHECK(total(request_for("part -outlet:courier")) == 0);
}

TEST_CASE("all articles' terms: a query is left alone where there is nothing to avoid") {
  const Xapian::Database first((index_with_gap().path() / "segment-000001").string());
  const Xapian::Database other((index_with_gap().path() / "segment-000002").string());
  const Xapian::Query query(Xapian::Query::OP_FILTER, Xapian::Query("7"), Xapian::Query("Len"));
  const auto description = [&](const std::vector<Xapian::Database>& segments) {
    return avoid_all_articles_terms(query, segments, Unweighted::filters).get_description();
  };
  CHECK(description({other}) == query.get_description());
  CHECK(description({first}) != query.get_description());
}
