// SPDX-License-Identifier: GPL-3.0-or-later
// Citations, exports and what opens a hit.
#include "tests/support/news_folder.hpp"

#include <doctest/doctest.h>

using namespace news::test;

namespace {

void write_two_articles(const NewsFolder& folder) {
  folder.write(
      "a.jsonl",
      R"({"id":"f1","title":"Ferry late","url":"https://a.example/f?a=1&b=$(id);'x","outlet":"Reef",)"
      R"("published":"2005-11-20","body":"The ferry ferry was late."})"
      "\n");
  folder.write("b  'c'.jsonl", article_line("f2", "Fog", "No ferry in the fog."));
  folder.index();
}

Outcome with_browser(const NewsFolder& folder, const std::string& browser,
                     std::vector<std::string> arguments) {
  std::vector<std::string> command{NEWS_SEARCH_PROGRAM, "-i", folder.index_folder()};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return run({.command = std::move(command), .environment = {"BROWSER=" + browser}});
}

}  // namespace

TEST_CASE("formats: citations, BibTeX and Markdown") {
  const NewsFolder folder;
  write_two_articles(folder);
  CHECK(folder.search({"--format", "cite", "late"}).out ==
        "Reef, 2005-11-20: Ferry late\n  https://a.example/f?a=1&b=$(id);'x\n\n");
  CHECK(folder.search({"--format", "bibtex", "late"}).out.starts_with("@article{reef2005ferry,\n"));
  CHECK(folder.search({"--format", "markdown", "late"}).out.starts_with("1. [Ferry late](https:"));
}

TEST_CASE("formats: with -0 ids, urls and paths end in a zero byte and are exact") {
  using namespace std::string_literals;
  const NewsFolder folder;
  write_two_articles(folder);
  CHECK(folder.search({"-0", "--format", "ids", "ferry"}).out == "f1\0f2\0"s);
  CHECK(folder.search({"--null", "--format", "urls", "late"}).out ==
        "https://a.example/f?a=1&b=$(id);'x\0"s);
  CHECK(folder.search({"-0", "--format", "paths", "fog"}).out == folder.news() + "/b  'c'.jsonl\0"s);
  CHECK(folder.search({"--format", "paths", "fog"}).out == folder.news() + "/b  'c'.jsonl\n");
  const Outcome mistaken = folder.search({"-0", "ferry"});
  CHECK(mistaken.exit_code == 2);
  CHECK(mistaken.err ==
        "news-search: --null: goes with --format ids, urls or paths, not text\n"
        "  Try 'news-search --help'.\n");
}

TEST_CASE("formats: a hit is opened in the browser, and no shell sees its address") {
  const NewsFolder folder;
  write_two_articles(folder);
  const std::string url = "https://a.example/f?a=1&b=$(id);'x";
  const Outcome first = with_browser(folder, "echo opened %s now", {"ferry", "--open", "1"});
  CHECK(first.exit_code == 0);
  CHECK(first.out == url + "\nopened " + url + " now\n");
  // Without an address it is the file.
  const Outcome second = with_browser(folder, "echo opened", {"ferry", "--open", "2"});
  CHECK(second.out == folder.news() + "/b  'c'.jsonl\nopened " + folder.news() + "/b  'c'.jsonl\n");
}

TEST_CASE("formats: what cannot be opened") {
  const NewsFolder folder;
  write_two_articles(folder);
  const Outcome behind = with_browser(folder, "true", {"ferry", "--open", "3"});
  CHECK(behind.exit_code == 1);
  CHECK(behind.err == "news-search: there is no hit 3: 2 articles match\n");
  const Outcome none = with_browser(folder, "/no/such/browser", {"ferry", "--open", "1"});
  CHECK(none.exit_code == 2);
  CHECK(none.err ==
        "news-search: $BROWSER: cannot run /no/such/browser\n"
        "  Set $BROWSER to a command that opens addresses, or install xdg-utils.\n");
  CHECK(with_browser(folder, "true", {"ferry", "--open", "0"}).exit_code == 2);
  const std::string from_nowhere = folder.outside() / "piped.idx";
  run({.command = {NEWS_INDEX_PROGRAM, "-q", "-i", from_nowhere, "-"},
       .input = article_line("p1", "Fog", "Fog on the reef.")});
  const Outcome piped = news_search({"-i", from_nowhere, "fog", "--open", "1"});
  CHECK(piped.exit_code == 2);
  CHECK(piped.err ==
        "news-search: --open: hit 1 has no url and came from standard input\n"
        "  Read it with --show 'p1'.\n");
}
