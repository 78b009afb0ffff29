// SPDX-License-Identifier: GPL-3.0-or-later
// What the programs say to a command line that makes no sense, and to a request for help.
#include "tests/support/news_folder.hpp"

#include <doctest/doctest.h>

using namespace news::test;

TEST_CASE("usage: mistakes end with 2 and a hint and print no results") {
  struct Row {
    bool search;
    std::vector<std::string> arguments;
    const char* error;
  };
  const Row rows[] = {
      {false,
       {"--prune"},
       "no PATH given\n  Name the files and folders to read, or - for standard input.\n"},
      {false,
       {"--threads", "-1", "x"},
       "--threads: takes a number from 1 to 1024, not '-1'\n"
       "  Try 'news-index --help'.\n"},
      {false,
       {"--memory", "much", "x"},
       "--memory: takes a size such as 512M or 2G, not 'much'\n"
       "  Try 'news-index --help'.\n"},
      {false, {"--reb", "x"}, "unrecognised option '--reb'\n  Did you mean --rebuild?\n"},
      {false,
       {"--format", "pdf", "x"},
       "--format: knows no format 'pdf'\n"
       "  The formats are: warc arc jsonl json feed nitf newsml newsml-g2 rcv1 wmt reuters trec "
       "iptc7901 anpa mail markdown tsv csv html text.\n"},
      {false,
       {"--language", "klingonese", "x"},
       "--language: knows no language 'klingonese'\n"
       "  Try 'news-index --help'.\n"},
      {false,
       {"--stats", "x"},
       "x: no PATH goes with --stats, --check, --repair and --compact\n"
       "  Try 'news-index --help'.\n"},
      {true, {"--count"}, "no QUERY given\n  Name the words to search for.\n"},
      {true,
       {"--limit", "-5", "x"},
       "--limit: takes a number from 0 to 1000000, not '-5'\n"
       "  Try 'news-search --help'.\n"},
      {true, {"--out", "x"}, "unrecognised option '--out'\n  Did you mean --outlet?\n"},
      {true,
       {"--sort", "best", "x"},
       "--sort: takes one of relevance, newest, oldest, not 'best'\n"
       "  Try 'news-search --help'.\n"},
      {true,
       {"--since", "soon", "x"},
       "--since: 'soon' is no date\n  Write 2005-11-20, 2005-11, 2005, "
       "7d, 2w, 3m, 1y, today or yesterday.\n"},
      {true,
       {"--all", "--any", "x"},
       "--all and --any exclude each other\n"
       "  Try 'news-search --help'.\n"},
  };
  const NewsFolder folder;
  folder.write("a.jsonl", article_line("1", "One", "Text."));
  folder.index();
  for (const Row& row : rows) {
    CAPTURE(row.error);
    const Outcome outcome = row.search ? folder.search(row.arguments) : news_index(row.arguments);
    CHECK(outcome.exit_code == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.err == (row.search ? "news-search: " : "news-index: ") + std::string(row.error));
  }
}

TEST_CASE("usage: --help and --version go to standard output") {
  for (const bool search : {false, true}) {
    const auto ask = [search](const char* option) {
      return search ? news_search({option}) : news_index({option});
    };
    const std::string name = search ? "news-search" : "news-index";
    const Outcome help = ask("--help");
    CHECK(help.exit_code == 0);
    CHECK(help.out.starts_with("Usage: " + name + " [OPTION]..."));
    CHECK(help.err.empty());
    CHECK(ask("--version").out.starts_with(name + " 0."));
  }
}

TEST_CASE("usage: no line of the help is wider than a terminal") {
  for (const Outcome& help : {news_index({"--help"}), news_search({"--help"})}) {
    std::size_t begin = 0;
    while (begin < help.out.size()) {
      const std::size_t end = help.out.find('\n', begin);
      CAPTURE(help.out.substr(begin, end - begin));
      CHECK(end - begin <= 80);
      begin = end + 1;
    }
  }
}

TEST_CASE("usage: the index is named by --index or NEWS_INDEX and is news.idx otherwise") {
  const TemporaryFolder folder;
  folder.write("a.jsonl", article_line("1", "One", "Text."));
  const auto index_here = [&](std::vector<std::string> environment) {
    return run({.command = {NEWS_INDEX_PROGRAM, "a.jsonl"},
                .folder = folder.path().string(),
                .environment = std::move(environment)});
  };
  CHECK(index_here({}).out.find("Index news.idx: 1 article") != std::string::npos);
  CHECK(index_here({"NEWS_INDEX=other"}).out.find("Index other: 1 article") != std::string::npos);
}

TEST_CASE("usage: an index that is not there is an error with a remedy") {
  const TemporaryFolder folder;
  const std::string index = folder / "none";
  const Outcome outcome = news_search({"--index", index, "word"});
  CHECK(outcome.exit_code == 2);
  CHECK(outcome.err == "news-search: " + index +
                           ": no such index\n  Build one: news-index --index " + index +
                           " PATH...\n");
}

TEST_CASE("usage: a full disk is not taken for success") {
  const Outcome outcome =
      run({.command = {"/bin/sh", "-c", "\"" NEWS_INDEX_PROGRAM "\" --help > /dev/full"}});
  CHECK(outcome.exit_code == 2);
  CHECK(outcome.err ==
        "news-index: standard output: No space left on device\n"
        "  Free some disk space and run again.\n");
}
