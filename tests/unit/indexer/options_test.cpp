// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/options.hpp"

#include "indexer/reader/registry.hpp"
#include "news/base/error.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace news;

namespace {

using Arguments = std::vector<std::string>;
using Action = IndexOptions::Action;

IndexOptions parse(const Arguments& arguments) { return parse_index_options(arguments, ""); }

/// What a command line is refused with; empty if it is not.
std::string refusal(const Arguments& arguments) {
  try {
    parse(arguments);
  } catch (const UsageError& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("index options: what is not said has a default") {
  const IndexOptions options = parse({"news"});
  CHECK(options.action == Action::update);
  CHECK(options.paths == Arguments{"news"});
  CHECK(options.index == "news.idx");
  CHECK(options.format.empty());
  CHECK_FALSE(options.language.known());
  CHECK(options.threads == 0);
  CHECK(options.memory_bytes == 512U * 1024 * 1024);
  CHECK(options.wait_seconds == 0);
  CHECK(options.progress == When::automatic);
  const bool any = options.rebuild || options.prune || options.strict || options.json ||
                   options.quiet || options.verbose;
  CHECK_FALSE(any);
}

TEST_CASE("index options: everything that can be said") {
  const IndexOptions options =
      parse({"--index",   "a b.idx",  "--format=json", "--language", "German",
             "--rebuild", "--prune",  "-j4",           "--memory",   "1G",
             "--wait=30", "--strict", "--json",        "--progress", "never",
             "-q",        "-v",       "news",          "-",          "a b"});
  CHECK(options.index == "a b.idx");
  CHECK(options.format == "json");
  CHECK(options.language.code() == "de");
  CHECK(options.threads == 4);
  CHECK(options.memory_bytes == 1024U * 1024 * 1024);
  CHECK(options.wait_seconds == 30);
  CHECK(options.progress == When::never);
  const bool all = options.rebuild && options.prune && options.strict && options.json &&
                   options.quiet && options.verbose;
  CHECK(all);
  CHECK(options.paths == Arguments{"news", "-", "a b"});
}

TEST_CASE("index options: what is to be done") {
  struct Row {
    Arguments arguments;
    Action action;
  };
  const Row rows[] = {
      {{"news"}, Action::update},
      {{"--extract", "news"}, Action::extract},
      {{"--stats"}, Action::stats},
      {{"--check"}, Action::check},
      {{"--compact"}, Action::compact},
      {{"--help"}, Action::help},
      {{"-h", "--stats", "--check"}, Action::help},
      {{"--version"}, Action::version},
  };
  for (const Row& row : rows) {
    CAPTURE(row.arguments.front());
    CHECK(parse(row.arguments).action == row.action);
  }
}

TEST_CASE("index options: the index is the one named then the environment's then the usual") {
  CHECK(parse_index_options({"-i", "x", "news"}, "env").index == "x");
  CHECK(parse_index_options({"news"}, "env").index == "env");
  CHECK(parse_index_options({"news"}, "").index == "news.idx");
}

TEST_CASE("index options: behind two dashes everything is a path") {
  CHECK(parse({"--", "--stats", "-q"}).paths == Arguments{"--stats", "-q"});
}

TEST_CASE("index options: auto leaves the language to be detected") {
  CHECK_FALSE(parse({"--language", "auto", "news"}).language.known());
}

TEST_CASE("index options: what makes no sense is refused") {
  struct Row {
    Arguments arguments;
    std::string refusal;
  };
  const Row rows[] = {
      {{"--prune"}, "no PATH given"},
      {{"--extract"}, "no PATH given"},
      {{"--stats", "news"}, "news: no PATH goes with --stats, --check, --repair and --compact"},
      {{"--check", "news"}, "news: no PATH goes with --stats, --check, --repair and --compact"},
      {{"--stats", "--check"},
       "--extract, --stats, --check, --repair and --compact exclude each other"},
      {{"--format", "xml", "news"}, "--format: knows no format 'xml'"},
      {{"--language", "Tarnish", "news"}, "--language: knows no language 'Tarnish'"},
      {{"--index", "", "news"}, "--index: takes a folder, not nothing"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.refusal);
    CHECK(refusal(row.arguments) == row.refusal);
  }
}

TEST_CASE("index options: figures that are none are refused") {
  for (const Arguments& arguments : {Arguments{"--threads", "-1", "news"},
                                     {"--threads", "0", "news"},
                                     {"--threads", "x", "news"},
                                     {"--threads", "1025", "news"},
                                     {"--threads", "", "news"},
                                     {"--memory", "-1", "news"},
                                     {"--memory", "12Q", "news"},
                                     {"--memory", "99999999999999999999", "news"},
                                     {"--wait", "-1", "news"},
                                     {"--wait", "1.5", "news"},
                                     {"--wait", "99999999999", "news"},
                                     {"--progress", "sometimes", "news"}}) {
    CAPTURE(arguments[0]);
    CAPTURE(arguments[1]);
    CHECK_FALSE(refusal(arguments).empty());
  }
}

TEST_CASE("index options: options are neither guessed nor invented") {
  for (const Arguments& arguments : {Arguments{"--re", "news"},
                                     {"--nonsense", "news"},
                                     {"-x", "news"},
                                     {"--index"},
                                     {"--rebuild=yes", "news"},
                                     {"--index", "a", "--index", "b", "news"}}) {
    CAPTURE(arguments[0]);
    CHECK_FALSE(refusal(arguments).empty());
  }
}

TEST_CASE("index options: the help names every option") {
  const std::string help = index_help();
  for (const std::string option :
       {"--index",   "--format",         "--language",     "--rebuild", "--prune",    "--threads",
        "--memory",  "--compress-terms", "--max-unpacked", "--wait",    "--strict",   "--extract",
        "--stats",   "--check",          "--compact",      "--json",    "--progress", "--quiet",
        "--verbose", "--help",           "--version"}) {
    CAPTURE(option);
    CHECK(help.find(option) != std::string::npos);
  }
  for (const std::string_view name : reader_names()) {
    CAPTURE(name);
    CHECK(help.find(name) != std::string::npos);
  }
}

TEST_CASE("news-index options: how much comes out of a packed file can be set") {
  CHECK(parse_index_options({"news"}, "").max_unpacked == std::uint64_t{64} * 1024 * 1024 * 1024);
  CHECK(parse_index_options({"--max-unpacked", "1M", "news"}, "").max_unpacked == 1024U * 1024);
  CHECK_THROWS_AS(parse_index_options({"--max-unpacked", "much", "news"}, ""), UsageError);
}

TEST_CASE("index options: --columns says what the columns of tables are") {
  const IndexOptions options = parse({"--columns", "title=2,body=Story", "news"});
  REQUIRE(options.columns.size() == 2);
  CHECK(options.columns[1].field == "body");
  CHECK(options.columns[1].column == "Story");
  CHECK(parse({"news"}).columns.empty());
  CHECK_THROWS_AS(parse({"--columns", "title", "news"}), UsageError);
  CHECK_THROWS_AS(parse({"--columns", "title=2,title=3", "news"}), UsageError);
}

TEST_CASE("index options: nothing asked is a glance at the index") {
  CHECK(parse({}).action == IndexOptions::Action::glance);
  CHECK(parse({"-i", "a"}).action == IndexOptions::Action::glance);
  CHECK(parse({"a"}).action == IndexOptions::Action::update);
  CHECK(parse({"--help"}).action == IndexOptions::Action::help);
}
