// SPDX-License-Identifier: GPL-3.0-or-later
// No query, however it is made, is an error.
#include "news/base/utf8.hpp"
#include "searcher/match/searcher.hpp"
#include "tests/support/small_index.hpp"

#include <algorithm>
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
      "AND",  "OR",     "NOT",        "NEAR/3",   "NEAR",         "(",      ")",       "-",
      "-(",   "\"",     "*",          "title:",   "date:",        "lang:",  "outlet:", "url:",
      "a",    "b*",     "the",        "covid-19", "\u6E21\u8F2A", "2005..", "..",      "\u201C",
      "\xFF", "#a",     "@b",         "!!!",      "\"a b\"",      "a*",     "\"\"",    "~",
      "a~",   "reff~1", "since:2005", "until:1y", "d~2",
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

TEST_CASE("searcher: a query beyond a limit is answered within it, and says so") {
  struct Row {
    std::string query;
    std::string_view note;  ///< the start of one; empty for a query that is within all limits
  };
  std::string words;
  for (int i = 0; i < 10'000; ++i) words += std::to_string(i) + " ";
  std::string letters;
  std::string excluded;
  for (char c = 'a'; c <= 'z'; ++c) {
    letters += std::string(1, c) + "* ";
    excluded += "-" + std::string(1, c) + "* ";
  }
  std::string phrases;
  for (int i = 0; i < 100; ++i) phrases += "\"a " + std::to_string(i) + "\" ";
  std::string dates;
  for (int i = 1000; i < 2000; ++i) dates += "date:" + std::to_string(i) + " ";
  std::string punctuation;
  for (char32_t c = 0x2000; c < 0x2070; ++c) utf8::append(punctuation, c);
  std::mt19937 random(1987);
  std::string bytes(1'000'000, '\0');
  for (char& c : bytes) c = static_cast<char>(random() % 256);
  const Row rows[] = {
      {words, "the query is long: only its first 500 words"},
      {words + times(10'000, "a "), "the query is long: only its first 65,536 bytes"},
      {times(1000, "(") + "a" + times(1000, ")"), "has too many parentheses"},
      {times(99, "(") + "a" + times(99, ")"), ""},
      {letters, ""},
      {excluded, ""},
      {"a" + times(500, " NEAR/1000 a"), "of words NEAR each other only the first 16"},
      {"a NEAR/1000000 b", "'NEAR/1000000' was read as NEAR/1000"},
      {"\"" + times(2000, "a ") + "\"", "of a phrase only the first 50 words"},
      {phrases, "has too many phrases"},
      {times(100, "reef-ferry "), ""},
      {times(100, "reff~2 "), ""},
      {times(5000, "AND OR NOT ( "), "has an operator or parenthesis without words"},
      {dates, "the query is long: only its first 500 words"},
      {punctuation, ""},
      {bytes, "the query is long: only its first 65,536 bytes"},
  };
  Searcher searcher = small_news().searcher();
  for (const Row& row : rows) {
    CAPTURE(row.query.substr(0, 40));
    const SearchResult result = searcher.search(request_for(row.query));
    const bool noted = std::ranges::any_of(
        result.notes, [&row](const std::string& note) { return note.starts_with(row.note); });
    CHECK((noted || row.note.empty()));
    const bool limited = std::ranges::any_of(result.notes, [](const std::string& note) {
      return note.find("only") != std::string::npos || note.find("too many") != std::string::npos;
    });
    if (row.note.empty()) CHECK_FALSE(limited);
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
