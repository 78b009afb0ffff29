// SPDX-License-Identifier: GPL-3.0-or-later
// news-index as a user has it in a terminal: the first minute, the progress, and every way to stop.
#include "tests/support/news_folder.hpp"
#include "tests/support/pseudo_terminal.hpp"

#include <csignal>

#include <doctest/doctest.h>

using namespace news::test;

namespace {

constexpr unsigned short widths[] = {80, 200};
constexpr int parts = 40;
constexpr int part_articles = 2500;

/// News that take a second or more to read.
void write_much_news(const NewsFolder& folder) {
  for (int part = 0; part < parts; ++part) {
    std::string lines;
    for (int i = 0; i < part_articles; ++i) {
      const std::string id = std::to_string(part) + "-" + std::to_string(i);
      lines += article_line(id, "Ferry " + id,
                            "The ferry of " + id + " left the harbour late. " +
                                "It had waited for " + id + " passengers.");
    }
    folder.write("a-rather-long-name-of-a-part-" + std::to_string(part) + ".jsonl", lines);
  }
}

Invocation index_of(const NewsFolder& folder, std::vector<std::string> options = {}) {
  std::vector<std::string> command{NEWS_INDEX_PROGRAM,   "--no-config", "-j", "1", "-i",
                                   folder.index_folder()};
  command.insert(command.end(), options.begin(), options.end());
  command.push_back(folder.news());
  return {.command = std::move(command), .environment = {}};
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

/// What an interrupted run left is whole, and the next one completes it.
void check_completed_by_next_run(const NewsFolder& folder) {
  CHECK(news_index({"--check", "-i", folder.index_folder()}).exit_code == 0);
  CHECK(folder.summary()["in_index"]["articles"] == parts * part_articles);
}

}  // namespace

TEST_CASE("index terminal: the bar has records, rates, time left and the file, and fits") {
  const NewsFolder folder;
  write_much_news(folder);
  for (const unsigned short columns : widths) {
    CAPTURE(columns);
    PseudoTerminal terminal(index_of(folder, {"--rebuild"}), {columns, 24});
    CHECK(terminal.wait() == 0);
    const std::string shown = terminal.output();
    for (const char* part : {"[\u2588", "%, ", " records, ", "/s, ", " MB", " left", ".jsonl"}) {
      CAPTURE(part);
      CHECK(has(shown, part));
    }
    // The lines behind the bar, such as that of the index, are as long as its path.
    const std::string bars = shown.substr(0, shown.rfind("\033[K"));
    CHECK(widest_line(bars) < columns);
    CHECK(has(shown, "\r\033[KRead 100,000 articles from 40 files"));
  }
}

TEST_CASE("index terminal: a dumb terminal and a log get no bar") {
  const NewsFolder folder;
  write_much_news(folder);
  PseudoTerminal terminal({.command = index_of(folder).command, .environment = {"TERM=dumb"}});
  CHECK(terminal.wait() == 0);
  CHECK_FALSE(has(terminal.output(), "\033"));
  CHECK_FALSE(has(folder.index({"--rebuild", "--progress", "always"}).err, "\033"));
}

TEST_CASE("index terminal: Ctrl-C stops, keeps what was read and says so") {
  const NewsFolder folder;
  write_much_news(folder);
  PseudoTerminal terminal(index_of(folder));
  REQUIRE(terminal.shows(" records, "));
  terminal.type("\x03");
  CHECK(terminal.wait() == 130);
  CHECK(has(terminal.output(),
            "\r\033[KInterrupted: what was read so far is in the index; run again for the rest.\n"
            "Read "));
  check_completed_by_next_run(folder);
}

TEST_CASE("index terminal: SIGTERM and SIGHUP stop it the same way") {
  const NewsFolder folder;
  write_much_news(folder);
  for (const int number : {SIGTERM, SIGHUP}) {
    PseudoTerminal terminal(index_of(folder, {"--rebuild"}));
    REQUIRE(terminal.shows(" records, "));
    terminal.signal(number);
    CHECK(terminal.wait() == 130);
    CHECK(has(terminal.output(), "Interrupted: the index is as it was; nothing of what was built"));
  }
}

TEST_CASE("index terminal: a terminal that goes away stops it, and nothing is lost") {
  const NewsFolder folder;
  write_much_news(folder);
  PseudoTerminal terminal(index_of(folder));
  REQUIRE(terminal.shows(" records, "));
  terminal.hang_up();
  CHECK(terminal.wait() == 130);
  check_completed_by_next_run(folder);
}

TEST_CASE("index terminal: a signal that its parent had it ignore is ignored") {
  const NewsFolder folder;
  write_much_news(folder);
  std::vector<std::string> command{"/bin/sh", "-c", "trap '' HUP; exec \"$0\" \"$@\""};
  const Invocation indexing = index_of(folder);
  command.insert(command.end(), indexing.command.begin(), indexing.command.end());
  PseudoTerminal terminal({.command = command, .environment = {}});
  REQUIRE(terminal.shows(" records, "));
  terminal.signal(SIGHUP);
  CHECK(terminal.wait() == 0);
}

TEST_CASE("index terminal: the program's name alone shows the index, or how to begin") {
  const NewsFolder folder;
  folder.write("a.jsonl", article_line("1", "One", "Text."));
  const auto named_alone = [&] { return news_index({"-i", folder.index_folder()}); };
  const Outcome before = named_alone();
  CHECK(before.exit_code == 2);
  CHECK(before.err == "news-index: no PATH given, and there is no index " + folder.index_folder() +
                          " yet\n  Make it of the files and folders that hold news: news-index "
                          "--index " +
                          folder.index_folder() + " PATH...\n");
  folder.index();
  const Outcome behind = named_alone();
  CHECK(behind.exit_code == 0);
  CHECK(behind.out.starts_with("Index " + folder.index_folder() + ": 1 article, "));
  CHECK(has(behind.out, "\n  changed   20"));
  CHECK(has(behind.out, "Bring it up to date:  news-index PATH...\n"));
}
