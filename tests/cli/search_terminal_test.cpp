// SPDX-License-Identifier: GPL-3.0-or-later
// news-search as a user has it in a terminal: what is shown, the pager, and every way to end.
#include "tests/support/news_folder.hpp"
#include "tests/support/pseudo_terminal.hpp"

#include <algorithm>
#include <csignal>

#include <doctest/doctest.h>

using namespace news::test;

namespace {

constexpr unsigned short widths[] = {80, 200};
constexpr const char* ctrl_c = "\x03";

std::string line(const nlohmann::json& article) { return article.dump() + "\n"; }

/// Articles in many scripts, with hostile ones between.
void index_the_world(const NewsFolder& folder) {
  const std::string evil = "\x1B]0;owned\x07 \x1B[31m \u009B31m \u202Eferry \u2066\x7F";
  folder.write(
      "a.jsonl",
      line(
          {{"id", "en"},
           {"title", "Ferry inquiry hears of a door that was left open for the whole of the night"},
           {"url", "https://courier.example.org/2005/ferry?page=" + std::string(90, '1')},
           {"outlet", "Norwick Courier"},
           {"published", "2005-11-20"},
           {"body", "The ferry left with its door open. " + std::string(40, 'x') + " ferry."}}) +
          line({{"id", "ar"},
                {"title", "غرق العبارة ferry"},
                {"body", "غرقت العبارة ferry مساء أمس"}}) +
          line({{"id", "he"},
                {"title", "המעבורת ferry"},
                {"body", "המעבורת ferry טבעה אתמול בערב"}}) +
          line({{"id", "zh"},
                {"title", "渡輪沉沒 ferry"},
                {"body", "渡輪 ferry 昨晚在港口外沉沒，沒有人受傷。"}}) +
          line({{"id", "emoji"},
                {"title", "⛴️🚢 ferry 👨‍👩‍👧"},
                {"body", "🚢🚢🚢 ferry 👍🏽"}}) +
          line({{"id", "evil"},
                {"title", evil},
                {"outlet", evil},
                {"url", "https://e.example/" + evil},
                {"topics", {evil}},
                {"body", evil}}));
  folder.index();
}

/// So many articles with one word.
void index_many(const NewsFolder& folder, int articles) {
  std::string lines;
  for (int i = 0; i < articles; ++i) {
    lines += line({{"id", std::to_string(i)},
                   {"title", "Ferry " + std::to_string(i)},
                   {"body", "The ferry of day " + std::to_string(i) + " was late."}});
  }
  folder.write("many.jsonl", lines);
  folder.index();
}

Invocation search_in(const NewsFolder& folder, std::vector<std::string> arguments,
                     std::vector<std::string> environment = {}) {
  std::vector<std::string> command{NEWS_SEARCH_PROGRAM, "--no-config", "-i", folder.index_folder()};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return {.command = std::move(command), .environment = std::move(environment)};
}

/// All that a search shows in a terminal, without a pager.
std::string screen(const NewsFolder& folder, std::vector<std::string> arguments,
                   std::vector<std::string> environment, ScreenSize size = {}) {
  environment.emplace_back("PAGER=cat");
  PseudoTerminal terminal(search_in(folder, std::move(arguments), std::move(environment)), size);
  CHECK(terminal.wait() == 0);
  return terminal.output();
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("search terminal: no line is wider than the terminal, in any script") {
  const NewsFolder folder;
  index_the_world(folder);
  for (const unsigned short columns : widths) {
    CAPTURE(columns);
    const std::string shown = screen(folder, {"ferry", "--hyperlink", "always"}, {}, {columns, 50});
    CHECK(widest_line(shown) <= columns);
    CHECK(widest_line(shown) > 70);
    for (const char* title : {"غرق العبارة", "המעבורת", "渡輪沉沒", "👨‍👩‍👧"}) {
      CAPTURE(title);
      CHECK(has(without_escapes(shown), title));
    }
    CHECK(has(shown, "1 to 6 of 6 articles"));
  }
}

TEST_CASE("search terminal: the long title and address of a narrow terminal") {
  const NewsFolder folder;
  index_the_world(folder);
  const std::string shown = without_escapes(
      screen(folder, {"door", "--hyperlink", "always"}, {"TERM=xterm-256color"}, {40, 50}));
  CHECK(has(shown,
            " 1. Ferry inquiry hears of a door that\n"
            "    was left open for the whole of the\n"
            "    night\n"
            "    Norwick Courier \u00B7 2005-11-20 \u00B7"));
  CHECK(has(shown, "    https://courier.example.org/2005/fe\u2026\n"));
}

TEST_CASE("search terminal: colours are the user's sixteen, and may be refused") {
  const NewsFolder folder;
  index_the_world(folder);
  const std::string colored = screen(folder, {"door"}, {});
  CHECK(has(colored, "\033[1;31mdoor\033[22;39m"));
  CHECK_FALSE(has(colored, "\033[38;"));  // of 256 or more
  CHECK_FALSE(has(screen(folder, {"door"}, {"NO_COLOR=1"}), "\033["));
  CHECK_FALSE(has(screen(folder, {"door"}, {"TERM=dumb"}), "\033["));
  CHECK_FALSE(has(screen(folder, {"door", "--color", "never"}, {}), "\033["));
}

TEST_CASE("search terminal: $COLUMNS wins over the terminal's own width") {
  const NewsFolder folder;
  index_the_world(folder);
  CHECK(widest_line(
            screen(folder, {"ferry", "--hyperlink", "always"}, {"COLUMNS=50"}, {200, 50})) <= 50);
}

TEST_CASE("search terminal: titles are links where that is known to be understood") {
  const NewsFolder folder;
  index_the_world(folder);
  const std::string link = "\033]8;;https://courier.example.org/2005/ferry?page=11";
  CHECK(has(screen(folder, {"door"}, {"TERM=xterm-kitty"}), link));
  CHECK(has(screen(folder, {"غرق"}, {"TERM=xterm-kitty"}), "\033]8;;file://"));
  CHECK_FALSE(has(screen(folder, {"door"}, {"TERM=xterm"}), "\033]"));
  CHECK_FALSE(has(screen(folder, {"door"}, {"TERM=linux", "KITTY_WINDOW_ID=1"}), "\033]"));
  CHECK_FALSE(has(screen(folder, {"door", "--hyperlink", "never"}, {"TERM=xterm-kitty"}), "\033]"));
  CHECK(has(screen(folder, {"door", "--hyperlink", "always"}, {"TERM=xterm"}), link));
}

TEST_CASE("search terminal: nothing in an article commands the terminal, in any format") {
  const NewsFolder folder;
  index_the_world(folder);
  std::vector<std::vector<std::string>> commands = {
      {"--show", "evil"}, {"--facet", "outlet", "--facet", "topic", "ferry"}, {}};
  for (const char* format : {"text", "cite", "bibtex", "markdown", "csv", "json", "jsonl", "ids",
                             "urls", "paths", "trec"}) {
    commands.push_back({"ferry", "--format", format});
  }
  for (std::vector<std::string> command : commands) {
    CAPTURE(command);
    command.emplace_back("--color=never");
    const std::string shown = screen(folder, command, {});
    CHECK(std::none_of(shown.begin(), shown.end(), [](char c) {
      return (c >= 0 && c < ' ' && c != '\n' && c != '\t' && c != '\r') || c == '\x7F';
    }));
    CHECK_FALSE(has(shown, "\u009B"));
    if (!has(shown, "{\"")) {  // JSON is for programs and keeps marks of direction
      CHECK_FALSE(has(shown, "\u202E"));
      CHECK_FALSE(has(shown, "\u2066"));
    }
  }
}

TEST_CASE("search terminal: a pager shows what is longer than the screen") {
  const NewsFolder folder;
  index_many(folder, 40);
  const auto paged = [&](std::vector<std::string> arguments, ScreenSize size,
                         std::vector<std::string> environment = {}) {
    environment.emplace_back("PAGER=sed 's/^/PAGED /'");
    PseudoTerminal terminal(search_in(folder, std::move(arguments), std::move(environment)), size);
    CHECK(terminal.wait() == 0);
    return has(terminal.output(), "PAGED ");
  };
  CHECK(paged({"ferry"}, {80, 24}));
  CHECK(paged({"ferry"}, {200, 24}));
  CHECK_FALSE(paged({"ferry"}, {80, 60}));
  CHECK_FALSE(paged({"ferry", "-n", "1"}, {80, 24}));
  CHECK(paged({"ferry", "-n", "1", "--pager"}, {80, 24}));
  CHECK_FALSE(paged({"ferry", "--no-pager"}, {80, 24}));
  CHECK_FALSE(paged({"ferry"}, {80, 24}, {"TERM=dumb"}));
}

TEST_CASE("search terminal: less is the pager where nothing else is said, and q leaves it") {
  if (run({.command = {"/bin/sh", "-c", "command -v less"}}).exit_code != 0) return;
  const NewsFolder folder;
  index_many(folder, 400);
  for (const unsigned short columns : widths) {
    PseudoTerminal terminal(search_in(folder, {"ferry", "-n", "400"}), {columns, 12});
    REQUIRE(terminal.shows("2. "));
    terminal.type("q");
    CHECK(terminal.wait() == 0);
    CHECK_FALSE(has(terminal.output(), "400. "));
    CHECK(has(terminal.output(), "\033[1;31m"));  // -R
  }
}

TEST_CASE("search terminal: Ctrl-C while the pager runs is the pager's, and tells with 130") {
  const NewsFolder folder;
  index_many(folder, 400);
  PseudoTerminal terminal(search_in(folder, {"ferry", "-n", "400"}), {80, 12});
  const bool echoed = terminal.echoes();
  REQUIRE(terminal.shows("2. "));
  terminal.type(ctrl_c);
  terminal.keep_typing("q");  // less throws away what is typed while it is interrupted
  CHECK(terminal.wait() == 130);
  CHECK(echoed);
  CHECK(terminal.echoes());
}

TEST_CASE("search terminal: a signal ends the pager, too, and leaves the terminal as it was") {
  const NewsFolder folder;
  index_many(folder, 400);
  for (const int number : {SIGTERM, SIGHUP}) {
    PseudoTerminal terminal(search_in(folder, {"ferry", "-n", "400"}), {80, 12});
    REQUIRE(terminal.shows("2. "));
    terminal.signal(number);
    CHECK(terminal.wait() == 130);
    CHECK(terminal.echoes());
  }
}

TEST_CASE("search terminal: a terminal that goes away ends all of it") {
  const NewsFolder folder;
  index_many(folder, 400);
  PseudoTerminal terminal(search_in(folder, {"ferry", "-n", "400"}), {80, 12});
  REQUIRE(terminal.shows("2. "));
  terminal.hang_up();
  CHECK(terminal.wait() == 130);
}

TEST_CASE("search terminal: a signal without a pager ends with 130") {
  const NewsFolder folder;
  index_many(folder, 3000);
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    // More than a terminal takes before somebody looks at it.
    PseudoTerminal terminal(search_in(folder, {"ferry", "-n", "3000", "--no-pager"}));
    REQUIRE(terminal.shows("2. "));
    terminal.signal(number);
    CHECK(terminal.wait() == 130);
    CHECK_FALSE(has(terminal.output(), "3000. "));
  }
}

TEST_CASE("search terminal: a pager that cannot be run is an error with a remedy") {
  const NewsFolder folder;
  index_many(folder, 40);
  PseudoTerminal terminal(search_in(folder, {"ferry"}, {"PAGER=/no/such/pager -x"}), {80, 12});
  CHECK(terminal.wait() == 2);
  CHECK(has(terminal.output(),
            "news-search: $PAGER: '/no/such/pager -x' cannot be run\n"
            "  Set it to a program that shows text, or use --no-pager.\n"));
}

TEST_CASE("search terminal: a pager that stops reading is no error") {
  const NewsFolder folder;
  index_many(folder, 3000);
  PseudoTerminal terminal(search_in(folder, {"ferry", "-n", "3000"}, {"PAGER=head -n 3"}),
                          {80, 12});
  CHECK(terminal.wait() == 0);
  CHECK(has(terminal.output(), " 1. "));
}

TEST_CASE("search terminal: a reader that goes away is met in silence, a full disk is not") {
  const NewsFolder folder;
  index_many(folder, 3000);
  const auto shell = [&](const std::string& script) {
    return run({.command = {"/bin/sh", "-c", script, NEWS_SEARCH_PROGRAM, "-i",
                            folder.index_folder(), "-n", "3000", "ferry"}});
  };
  // Even where the parent had it ignore that signal.
  const Outcome gone = shell("trap '' PIPE; { \"$0\" \"$@\"; echo $? >&2; } | head -n 1");
  CHECK(gone.err == "141\n");
  CHECK(gone.out.starts_with(" 1. "));
  const Outcome full = shell("\"$0\" \"$@\" >/dev/full");
  CHECK(full.exit_code == 2);
  CHECK(full.err ==
        "news-search: standard output: No space left on device\n"
        "  Free some disk space and run again.\n");
}

TEST_CASE("search terminal: without a query the index is shown at a glance") {
  const NewsFolder folder;
  index_the_world(folder);
  for (const unsigned short columns : widths) {
    const std::string shown = screen(folder, {}, {}, {columns, 24});
    CHECK(widest_line(shown.substr(shown.find('\n'))) <= columns);  // behind the index's path
    CHECK(has(shown, ": 6 articles, "));
    CHECK(has(shown, "\n  published 2005-11-20 to 2005-11-20\n  outlets   "));
    CHECK(has(shown, "Norwick Courier 1"));
    CHECK(has(shown, "\n  changed   20"));
    CHECK(has(shown, "news-search --help\n"));
  }
}
