// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/renderer.hpp"
#include "tests/support/hits.hpp"

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

std::string rendered(const CsvSettings& settings, const SearchResult& result,
                     const std::string& query_id = {}) {
  const auto renderer = make_csv_renderer(settings);
  return renderer->begin() + renderer->result(result, query_id) + renderer->end();
}

/// The title's cell of a hit with this title.
std::string title_cell(const std::string& title) {
  Hit hit = bare_hit();
  hit.article.title = title;
  const std::string out = rendered({}, result_of({hit}));
  constexpr std::string_view before = "news.jsonl#1,0.000000,";
  const std::size_t begin = out.find(before) + before.size();
  return out.substr(begin, out.rfind(",,,,,,,,") - begin);
}

constexpr const char* columns =
    "rank,id,score,title,url,outlet,authors,published,section,language,topics,origin,snippet,"
    "duplicates\r\n";

}  // namespace

TEST_CASE("csv renderer: a header and a record a hit") {
  CHECK(rendered({}, result_of({full_hit(), bare_hit()})) ==
        std::string(columns) +
            "3,f1,12.500000,Ferry late,https://courier.example.org/ferry,Norwick Courier,"
            "Ada Marsh; Jon Reed,2005-11-20T05:36:10+01:00,Local,en,boats; storms,"
            "/news/a.zip!b.json#2,A caf\u00E9 on the ferry.,\r\n"
            "1,news.jsonl#1,0.000000,Fog,,,,,,,,/news/news.jsonl#1,,\r\n");
}

TEST_CASE("csv renderer: nothing found leaves the header") {
  CHECK(rendered({}, result_of({})) == columns);
}

TEST_CASE("csv renderer: commas and quotation marks are quoted") {
  CHECK(title_cell("Fog, rain") == "\"Fog, rain\"");
  CHECK(title_cell("The \"Lady\"") == "\"The \"\"Lady\"\"\"");
}

TEST_CASE("csv renderer: what a spreadsheet would run becomes text") {
  CHECK(title_cell("=1+1") == "'=1+1");
  CHECK(title_cell("@SUM(A1)") == "'@SUM(A1)");
  CHECK(title_cell("+1") == "'+1");
  CHECK(title_cell("-5 degrees, and falling") == "\"'-5 degrees, and falling\"");
  CHECK(title_cell("1+1=2") == "1+1=2");
}

TEST_CASE("csv renderer: control characters do not get out") {
  CHECK(title_cell("a\rb\033[1mc\nd") == "a b [1mc d");
}

TEST_CASE("csv renderer: the id of the query in front where there are several") {
  const std::string out = rendered({.several_queries = true}, result_of({bare_hit()}), "t,1");
  CHECK(out.starts_with("query_id,rank,"));
  CHECK(out.find("\r\n\"t,1\",1,news.jsonl#1,") != std::string::npos);
}

TEST_CASE("csv renderer: counts instead of hits") {
  CHECK(rendered({.counts = true}, counted_result()) ==
        "field,value,hits,articles\r\n"
        "outlet,Norwick Courier,7,\r\n"
        "outlet,\"Reef, The\",2,\r\n"
        "month,2005-11,6,24\r\n"
        "month,2005-12,0,0\r\n"
        "month,2007-03,1,8\r\n");
}
