// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/options.hpp"

#include "news/base/error.hpp"

#include <sstream>

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace news;

namespace {

using Arguments = std::vector<std::string>;

SearchOptions parsed(const Arguments& arguments) { return parse_search_options(arguments, ""); }

/// What is wrong with a command line; empty for nothing.
std::string mistake(const Arguments& arguments) {
  try {
    parsed(arguments);
    return "";
  } catch (const UsageError& error) {
    return error.what();
  }
}

/// "outlet:a section:b"
std::string filters(const Arguments& arguments) {
  std::string out;
  for (const Filter& filter : parsed(arguments).filters) {
    if (!out.empty()) out += " ";
    out += std::string(name_of(filter.field)) + ":" + filter.text;
  }
  return out;
}

struct QueryRow {
  Arguments arguments;
  std::string query;
};

struct MistakeRow {
  Arguments arguments;
  std::string what;
};

void check(const std::vector<MistakeRow>& rows) {
  for (const MistakeRow& row : rows) {
    CAPTURE(fmt::format("{}", fmt::join(row.arguments, " ")));
    CHECK(mistake(row.arguments) == row.what);
  }
}

}  // namespace

TEST_CASE("search options: what holds when nothing is said") {
  const SearchOptions options = parsed({"ferry"});
  CHECK(options.action == SearchOptions::Action::search);
  CHECK(options.indexes == Arguments{"news.idx"});
  CHECK(options.query == "ferry");
  CHECK(options.queries_file.empty());
  CHECK(options.filters.empty());
  CHECK(options.since.empty());
  CHECK(options.until.empty());
  CHECK_FALSE(options.require_all);
  CHECK(options.sort == SortOrder::relevance);
  CHECK(options.limit == 10);
  CHECK(options.offset == 0);
  CHECK(options.format == OutputFormat::text);
  CHECK_FALSE(options.explain);
  CHECK(options.rank == "default");
  CHECK(options.color == When::automatic);
}

TEST_CASE("search options: every option in its long form") {
  const SearchOptions options =
      parsed({"--limit", "7", "--offset=3", "--since", "2005-11", "--until=7d", "--sort", "newest",
              "--all", "--format", "jsonl", "--explain", "--color", "never", "ferry"});
  CHECK(options.limit == 7);
  CHECK(options.offset == 3);
  CHECK(options.since == "2005-11");
  CHECK(options.until == "7d");
  CHECK(options.sort == SortOrder::newest);
  CHECK(options.require_all);
  CHECK(options.format == OutputFormat::jsonl);
  CHECK(options.explain);
  CHECK(options.color == When::never);
  CHECK(parsed({"--rank", "a file", "ferry"}).rank == "a file");
  CHECK(parsed({"--rank=help"}).action == SearchOptions::Action::rank_help);
  CHECK(parsed({"--queries", "a file.tsv"}).queries_file == "a file.tsv");
  CHECK(parsed({"--queries", "-"}).queries_file == "-");
  CHECK(parsed({"--sort=oldest", "--any", "a"}).sort == SortOrder::oldest);
  CHECK(parsed({"--color=always", "--format=json", "a"}).color == When::always);
}

TEST_CASE("search options: the index") {
  CHECK(parsed({"-i", "a b.idx", "--index", "c", "--index=d", "x"}).indexes ==
        Arguments{"a b.idx", "c", "d"});
  CHECK(parse_search_options({"x"}, "/from/environment").indexes == Arguments{"/from/environment"});
  CHECK(parse_search_options({"-i", "mine", "x"}, "/from/environment").indexes ==
        Arguments{"mine"});
}

TEST_CASE("search options: how many hits") {
  CHECK(parsed({"-n", "0", "a"}).limit == 0);
  CHECK(parsed({"-n", "1000000", "a"}).limit == 1'000'000);
  CHECK(parsed({"-n25", "a"}).limit == 25);
  CHECK(parsed({"--format", "trec", "a"}).limit == 1000);
  CHECK(parsed({"--format", "trec", "-n", "5", "a"}).limit == 5);
}

TEST_CASE("search options: filters") {
  CHECK(filters({"--outlet", "Coast Radio", "--outlet=Herald", "--section", "a", "--language", "en",
                 "--author", "b", "--topic", "c"}) ==
        "outlet:Coast Radio outlet:Herald section:a lang:en author:b topic:c");
  CHECK(filters({"--outlet", "--", "a"}) == "outlet:--");
  CHECK(parsed({"--outlet", "a"}).query == "");
}

TEST_CASE("search options: counts take the place of hits that nobody asked for") {
  const SearchOptions options = parsed({"--facet", "outlet", "--facet=year", "--facet", "outlet",
                                        "--facet-limit", "3", "--timeline", "week", "ferry"});
  CHECK(options.facets == std::vector{FacetField::outlet, FacetField::year});
  CHECK(options.facet_limit == 3);
  CHECK(options.timeline == TimeUnit::week);
  CHECK(options.limit == 0);
  CHECK(parsed({"--facet", "topic", "-n5", "ferry"}).limit == 5);
  CHECK(parsed({"ferry"}).facets.empty());
  CHECK_FALSE(parsed({"ferry"}).timeline);
  CHECK(parsed({"ferry"}).facet_limit == 10);
}

TEST_CASE("search options: every facet and unit of time can be named") {
  for (const FacetField field : facet_fields) {
    CHECK(parsed({"--facet", std::string(name_of(field)), "a"}).facets == std::vector{field});
  }
  for (const TimeUnit unit : {TimeUnit::day, TimeUnit::week, TimeUnit::month, TimeUnit::year}) {
    CHECK(parsed({"--timeline", std::string(name_of(unit)), "a"}).timeline == unit);
  }
}

TEST_CASE("search options: what goes together and what does not") {
  check({
      {{"--show", "x", "ferry"}, "--show: takes an id alone, and 'ferry' is too much"},
      {{"--show", "x", "--count"}, "--show and --count exclude each other"},
      {{"--show", "x", "--like", "y"}, "--show and --like exclude each other"},
      {{"--show", "x", "--facet", "year"}, "--show and --facet exclude each other"},
      {{"--show", ""}, "--show: takes an id, not nothing"},
      {{"--like", ""}, "--like: takes an id, not nothing"},
      {{"--count", "--timeline", "day", "a"}, "--count and --timeline exclude each other"},
      {{"--show", "x", "--format", "csv"}, "--show: prints text, json or jsonl, not csv"},
      {{"--count", "--format", "ids", "a"}, "--count: prints text or json, not ids"},
      {{"--facet", "year", "--format", "trec", "a"},
       "--format: trec lists hits and has no place for the counts of --facet and --timeline"},
      {{"--timeline", "day", "--format", "csv", "-n", "3", "a"},
       "--limit: csv has a place for counts or hits, not for both"},
      {{"--timeline", "day", "--format", "csv", "-n", "0", "a"}, ""},
      {{"--facet", "year", "--format", "json", "-n", "3", "a"}, ""},
      {{"--like", "x"}, ""},
      {{"--like", "x", "--facet", "year", "a"}, ""},
      {{"--facet", "year"}, "no QUERY given"},
  });
}

TEST_CASE("search options: what else can be done") {
  using Action = SearchOptions::Action;
  CHECK(parsed({"--help"}).action == Action::help);
  CHECK(parsed({"-h", "--version", "ferry"}).action == Action::help);
  CHECK(parsed({"--version"}).action == Action::version);
  CHECK(parsed({"--count", "ferry"}).action == Action::count);
  CHECK(parsed({"--show", "id 1"}).action == Action::show);
  CHECK(parsed({"--show=-1"}).show_id == "-1");
  CHECK(parsed({"--like", "id 1"}).action == Action::search);
  CHECK(parsed({"--like", "id 1"}).like_id == "id 1");
}

TEST_CASE("search options: words are the query and may begin with a minus sign") {
  const QueryRow rows[] = {
      {{"a", "b c", "\"d e\""}, "a b c \"d e\""},
      {{"ferry", "-reef"}, "ferry -reef"},
      {{"-reef"}, "-reef"},
      {{"-x", "-n5x", "-iraq", "-"}, "-x -n5x -iraq -"},
      {{"-n5", "reef"}, "reef"},
      {{"--", "-n5"}, "-n5"},
      {{"ferry", "-n", "3", "reef"}, "ferry reef"},
      {{"--", "--limit", "-n", "--"}, "--limit -n --"},
      {{"a", "--", "-h"}, "a -h"},
      {{"title:a", "(b", "OR", "c)"}, "title:a (b OR c)"},
      {{"--limit=3", "caf\u00E9 \xFF"}, "caf\u00E9 \xFF"},
      {{"a", "", "b"}, "a  b"},
  };
  for (const QueryRow& row : rows) {
    CAPTURE(row.query);
    CHECK(parsed(row.arguments).query == row.query);
  }
}

TEST_CASE("search options: something to search for is needed") {
  check({
      {{""}, "no QUERY given"},
      {{"--count"}, "no QUERY given"},
      {{"--all", "-n", "3"}, "no QUERY given"},
      {{"--queries", "f", "ferry"}, "--queries: takes the place of a QUERY; give one of the two"},
      {{"--since", "2005"}, ""},
      {{"--until", "2005", "--count"}, ""},
      {{"--topic", "cocoa"}, ""},
      {{"--queries", "f"}, ""},
      {{"--show", "x"}, ""},
  });
}

TEST_CASE("search options: where nothing is asked for, the index is shown") {
  using Action = SearchOptions::Action;
  CHECK(parse_search_options({}, "").action == Action::overview);
  CHECK(parse_search_options({"--"}, "").action == Action::overview);
  CHECK(parse_search_options({"-i", "a", "--color", "never"}, "").action == Action::overview);
  CHECK(parse_search_options({"ferry"}, "").action == Action::search);
}

TEST_CASE("search options: values that make no sense") {
  check({
      {{"-n", "many", "a"}, "--limit: takes a number from 0 to 1000000, not 'many'"},
      {{"--limit=-1", "a"}, "--limit: takes a number from 0 to 1000000, not '-1'"},
      {{"--limit", "1000001", "a"}, "--limit: takes a number from 0 to 1000000, not '1000001'"},
      {{"--limit", "5x", "a"}, "--limit: takes a number from 0 to 1000000, not '5x'"},
      {{"--snippet-length", "10001", "a"},
       "--snippet-length: takes a number from 0 to 10000, not '10001'"},
      {{"--snippet-length", "-1", "a"},
       "--snippet-length: takes a number from 0 to 10000, not '-1'"},
      {{"--snippet-length", "19", "a"}, "--snippet-length: takes 0 or at least 20, not 19"},
      {{"--offset=+1", "a"}, "--offset: takes a number from 0 to 1000000, not '+1'"},
      {{"--offset", "99999999999999999999", "a"},
       "--offset: takes a number from 0 to 1000000, not '99999999999999999999'"},
      {{"--sort", "best", "a"}, "--sort: takes one of relevance, newest, oldest, not 'best'"},
      {{"--format", "xml", "a"},
       "--format: takes one of text, json, jsonl, csv, trec, ids, urls, paths, cite, bibtex, "
       "markdown, not 'xml'"},
      {{"--facet", "colour", "a"},
       "--facet: takes one of outlet, section, language, author, topic, year, month, not "
       "'colour'"},
      {{"--timeline", "decade", "a"},
       "--timeline: takes one of day, week, month, year, not 'decade'"},
      {{"--facet-limit", "all", "a"}, "--facet-limit: takes a number from 0 to 1000000, not 'all'"},
      {{"--color", "maybe", "a"}, "--color: takes auto, always or never, not 'maybe'"},
      {{"--all", "--any", "a"}, "--all and --any exclude each other"},
  });
}

TEST_CASE("search options: options that are not there or half there are mistakes") {
  const std::vector<Arguments> rows = {
      {"--frobnicate", "a"}, {"--out", "a", "b"},
      {"--lim", "3", "a"},   {"a", "--limit"},
      {"a", "-n"},           {"--limit", "-1", "a"},
      {"--all=yes", "a"},    {"-n", "1", "-n", "2", "a"},
      {"---", "a"},          {"--=", "a"},
      {"--limit=", "a"},     {"--LIMIT", "3", "a"},
  };
  for (const Arguments& row : rows) {
    CAPTURE(fmt::format("{}", fmt::join(row, " ")));
    CHECK_FALSE(mistake(row).empty());
  }
  CHECK(mistake({"--frobnicate", "a"}).find("--frobnicate") != std::string::npos);
}

TEST_CASE("search options: what is wrong is told in words") {
  CHECK(mistake({"--frobnicate", "a"}) == "unrecognised option '--frobnicate'");
  CHECK(mistake({"a", "--limit"}) == "the required argument for option '--limit' is missing");
  CHECK(mistake({"--=", "a"}) ==
        "the argument for option should follow immediately after the equal sign");
}

TEST_CASE("search options: the help names every option and fits a terminal") {
  const std::string help = search_help();
  for (const char* name :
       {"--facet",   "--like",           "--timeline",   "--facet-limit", "--index",   "--limit",
        "--offset",  "--since",          "--until",      "--outlet",      "--section", "--language",
        "--author",  "--topic",          "--sort",       "--any",         "--all",     "--format",
        "--queries", "--count",          "--show",       "--explain",     "--color",   "--help",
        "--version", "--snippet-length", "--duplicates", "--rank"}) {
    CAPTURE(name);
    CHECK(help.find(name) != std::string::npos);
  }
  std::istringstream lines(help);
  for (std::string line; std::getline(lines, line);) CHECK(line.size() <= 80);
}

TEST_CASE("search options: what becomes of duplicates is said or left open") {
  CHECK_FALSE(parsed({"ferry"}).duplicates);
  CHECK(parsed({"--duplicates", "show", "ferry"}).duplicates == Duplicates::show);
  CHECK(parsed({"--duplicates=hide", "ferry"}).duplicates == Duplicates::hide);
  CHECK(parsed({"--duplicates", "only", "ferry"}).duplicates == Duplicates::only);
  CHECK(parsed({"--duplicates", "show", "--format", "trec", "ferry"}).duplicates ==
        Duplicates::show);
}

TEST_CASE("search options: mistakes with duplicates") {
  check({
      {{"--duplicates", "some", "ferry"},
       "--duplicates: takes one of hide, show, only, not 'some'"},
      {{"--duplicates", "hide", "--format", "trec", "ferry"},
       "--duplicates: does not go with --format trec: a run holds every article"},
  });
}

TEST_CASE("search options: the length of a snippet, or none") {
  CHECK(parsed({"a"}).snippet_columns == 300);
  CHECK(parsed({"--snippet-length", "0", "a"}).snippet_columns == 0);
  CHECK(parsed({"--snippet-length=20", "a"}).snippet_columns == 20);
  CHECK(parsed({"--snippet-length=10000", "a"}).snippet_columns == 10000);
}
