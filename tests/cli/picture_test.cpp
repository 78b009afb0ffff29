// SPDX-License-Identifier: GPL-3.0-or-later
// The picture and the transcript in docs/ are what the real program prints on the project's own
// corpus. With NEWS_WRITE_SESSION set, which scripts/session does, they are written instead.
#include "tests/support/process.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/terminal_picture.hpp"
#include "tests/support/tmux_window.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace news::test;
namespace fs = std::filesystem;

namespace {

constexpr unsigned columns = 80;

using Command = std::vector<std::string>;

/// What the pages show, as arguments of news-search; one that holds a space is quoted when shown.
const std::vector<Command> picture_commands = {
    {"-n", "2", "ferry", "inquiry"},
    {"-n", "1", "\"public inquiry\"", "-cost", "--language", "en"},
    {"-n", "1", "灰森山の噴火"},
};
const std::vector<Command> transcript_commands = {
    {"-n", "2", "ferry", "inquiry"},
    {"-n", "2", "fery", "inquiry"},
    {"-n", "1", "title:ferry", "--since", "2012-09", "--sort", "newest"},
    {"--facet", "outlet", "--facet-limit", "5", "ferry"},
    {"--timeline", "year", "ferry"},
    {"--count", "sarkov"},
    {"-n", "1", "--explain", "radar"},
    {"-n", "3", "--format", "ids", "ferry"},
};

std::string shown(const Command& command) {
  std::string line = "news-search";
  for (const std::string& word : command) {
    const bool plain = word.find_first_of(" \"*()") == std::string::npos;
    line += plain ? " " + word : " '" + word + "'";
  }
  return line;
}

/// The session that commands make, each behind a prompt.
std::string session(const std::vector<Command>& commands, const std::string& color) {
  const TemporaryFolder folder;
  const std::string index = folder / "news.idx";
  const Outcome indexed = run({.command = {NEWS_INDEX_PROGRAM, "--index", index, "-q", "corpus"},
                               .folder = NEWS_SOURCE_FOLDER});
  REQUIRE(indexed.exit_code == 0);
  std::string text;
  for (const Command& command : commands) {
    Command words = {NEWS_SEARCH_PROGRAM, "--color", color};
    words.insert(words.end(), command.begin(), command.end());
    const Outcome outcome =
        run({.command = words,
             .environment = {"NEWS_INDEX=" + index, "COLUMNS=" + std::to_string(columns)}});
    const std::string prompt = color == "always" ? "\x1B[1;32m$\x1B[0m \x1B[1m" : "$ ";
    const std::string end = color == "always" ? "\x1B[0m\n" : "\n";
    if (!text.empty()) text += "\n";
    text += prompt + shown(command) + end + outcome.err + outcome.out;
    while (text.ends_with("\n\n")) text.pop_back();
  }
  return text;
}

/// Compares with a page of docs/, or writes it.
void check_page(const std::string& name, const std::string& content) {
  const fs::path page = fs::path(NEWS_SOURCE_FOLDER) / "docs" / name;
  if (std::getenv("NEWS_WRITE_SESSION") != nullptr) {
    std::ofstream(page) << content;
    return;
  }
  INFO("scripts/session writes docs/", name, " anew");
  CHECK(content_of(page) == content);
}

}  // namespace

TEST_CASE("picture: docs/session.svg is what a terminal shows") {
  check_page("session.svg", terminal_picture(session(picture_commands, "always"), columns));
}

TEST_CASE("picture: docs/session.md is a real session") {
  std::string page =
      "<!-- SPDX-License-Identifier: GPL-3.0-or-later -->\n\n# A session\n\n"
      "What the program prints over `corpus/`, the invented news that comes with it, on a "
      "terminal\n"
      "of 80 columns: `news-index --index news.idx corpus`, then, with `NEWS_INDEX=news.idx`, the\n"
      "commands below. `scripts/session` makes this page, and a test compares it.\n\n```\n";
  check_page("session.md", page + session(transcript_commands, "never") + "```\n");
}

TEST_CASE("picture: docs/interactive.svg is what --interactive shows") {
  if (!TmuxWindow::is_possible()) return;
  constexpr ScreenSize size{120, 30};
  const TemporaryFolder folder;
  const TmuxWindow window(size);
  window.enter(std::string("cd '") + NEWS_SOURCE_FOLDER + "' && clear && " + NEWS_INDEX_PROGRAM +
               " -q -i '" + (folder / "news.idx") + "' corpus && " + NEWS_SEARCH_PROGRAM +
               " --no-config -i '" + (folder / "news.idx") + "' --interactive 'ferry inquiry'");
  REQUIRE(window.shows("[ ]"));  // what can be chosen comes last
  window.press({"Down", "Down"});
  REQUIRE(window.shows("2 of "));
  check_page("interactive.svg", terminal_picture(window.screen_with_attributes(), size.columns));
}
