// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/throughput/mixed_queries.hpp"

#include "bench/throughput/rows.hpp"
#include "news/base/error.hpp"
#include "searcher/query/parser.hpp"
#include "tests/support/temporary_folder.hpp"

#include <algorithm>
#include <set>
#include <string>

#include <doctest/doctest.h>

using namespace news::bench;

namespace {

std::string rows_in(const news::test::TemporaryFolder& folder, const std::string& body) {
  RowWriter writer(folder / "rows");
  for (int i = 0; i < 30; ++i) writer.write({.id = "", .title = "", .body = body});
  writer.close();
  return folder / "rows";
}

std::string long_body() {
  std::string body;
  for (char c = 'a'; c <= 'z'; ++c) body += std::string(5, c) + " of ";
  return body;
}

}  // namespace

TEST_CASE("bench mixed queries: the same ones for the same rows, of every kind") {
  const news::test::TemporaryFolder folder;
  const std::string rows = rows_in(folder, long_body());
  const auto queries = draw_queries(rows, 100);
  const auto again = draw_queries(rows, 100);
  REQUIRE(queries.size() == 100);
  std::set<std::string> kinds;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    CHECK(queries[i].news == again[i].news);
    CHECK(queries[i].fts5 == again[i].fts5);
    kinds.insert(queries[i].kind);
  }
  CHECK(kinds.size() == 12);
}

TEST_CASE("bench mixed queries: only those with dates have no form for FTS5") {
  const news::test::TemporaryFolder folder;
  for (const Query& query : draw_queries(rows_in(folder, long_body()), 200)) {
    CAPTURE(query.news);
    CHECK(query.fts5.empty() == (query.kind == "month"));
    CHECK(news::parse_query(query.news).notes.empty());
  }
}

TEST_CASE("bench mixed queries: without words there is nothing to draw") {
  const news::test::TemporaryFolder folder;
  CHECK_THROWS_AS(draw_queries(rows_in(folder, "1 2 3"), 10), news::Error);
}
