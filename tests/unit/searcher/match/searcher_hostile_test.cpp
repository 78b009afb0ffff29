// SPDX-License-Identifier: GPL-3.0-or-later
// No query, however it is made, is an error.
#include "news/base/utf8.hpp"
#include "searcher/match/searcher.hpp"
#include "tests/support/small_index.hpp"

#include <random>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

const SmallIndex& small_news() {
  static const SmallIndex index({
      article("a", "Ferry a b", "The ferry a b c d. covid-19 a", R"("date":"2005-11-18")"),
      article("b", "Reef", "a b c d reef", R"("source":"a b")"),
      article("c", "\u6E21\u8F2A", "\u6E21\u8F2A\u6C89\u6CA1", R"("language":"zh")"),
  });
  return index;
}

std::string times(int count, std::string_view text) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("searcher: any heap of syntax is answered") {
  constexpr std::string_view pieces[] = {
      "AND",  "OR", "NOT", "NEAR/3",   "NEAR",         "(",      ")",       "-",
      "-(",   "\"", "*",   "title:",   "date:",        "lang:",  "outlet:", "url:",
      "a",    "b*", "the", "covid-19", "\u6E21\u8F2A", "2005..", "..",      "\u201C",
      "\xFF", "#a", "@b",  "!!!",      "\"a b\"",      "a*",     "\"\"",
  };
  std::mt19937 random(1854);
  Searcher searcher = small_news().searcher();
  for (int round = 0; round < 1000; ++round) {
    SearchRequest request;
    for (std::size_t i = random() % 12; i > 0; --i) {
      request.query.append(pieces[random() % std::size(pieces)]);
      if (random() % 3 != 0) request.query += " ";
    }
    request.require_all = random() % 2 == 0;
    if (random() % 4 == 0) request.filters = {{SearchField::outlet, "a b"}};
    CAPTURE(request.query);
    const SearchResult result = searcher.search(request);
    REQUIRE(result.hits.size() == result.total);
    REQUIRE(result.total_is_exact);
    REQUIRE(utf8::is_valid(result.read_as));
  }
}

TEST_CASE("searcher: long and deep queries are answered") {
  const std::string queries[] = {
      times(500, "ferry reef "),
      "\"" + times(5000, "a ") + "\"",
      "a" + times(500, " NEAR a"),
      times(200, "a* "),
      times(99, "(") + "ferry" + times(99, ")"),
      times(1000, "(") + "ferry" + times(1000, ")"),
      times(50'000, "-"),
      times(1000, "NOT "),
      times(98, "-(") + "ferry" + times(98, ")"),
      std::string(1'000'000, 'x'),
      times(1000, "\u6E21"),
      times(2000, "outlet:a date:2005 "),
  };
  Searcher searcher = small_news().searcher();
  for (const std::string& query : queries) {
    CAPTURE(query.substr(0, 40));
    CHECK_NOTHROW(searcher.search(request_for(query)));
  }
}

TEST_CASE("searcher: filters take any text as words") {
  for (const char* text : {"a \"b", "(a", "-a b", "title:a", "a OR b", "a* b"}) {
    CAPTURE(text);
    SearchRequest request;
    request.filters = {{SearchField::outlet, text}};
    const SearchResult result = small_news().searcher().search(request);
    CHECK(result.notes.empty());
  }
  SearchRequest request;
  request.filters = {{SearchField::outlet, "\"A (b)"}};
  CHECK(small_news().ids(request) == "b");
}
