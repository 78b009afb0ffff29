// SPDX-License-Identifier: GPL-3.0-or-later
// news-search --interactive as a user has it: typed into through tmux, and ended in every way.
#include "tests/support/news_folder.hpp"
#include "tests/support/pseudo_terminal.hpp"
#include "tests/support/tmux_window.hpp"

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>
#include <utility>

#include <doctest/doctest.h>

using namespace news::test;

namespace {

constexpr ScreenSize sizes[] = {{80, 24}, {200, 50}};
constexpr const char* leave_screen = "\033[?1049l";

std::string line(const nlohmann::json& article) { return article.dump() + "\n"; }

void index_harbour(const NewsFolder& folder) {
  std::string lines = line({{"id", "late"},
                            {"title", "Ferry late again"},
                            {"outlet", "Norwick Courier"},
                            {"published", "2005-11-20"},
                            {"url", "https://courier.example.org/late"},
                            {"body", "The ferry was late.\nNobody was angry this time."}}) +
                      line({{"id", "zh"},
                            {"title", "渡輪沉沒 ferry 🚢"},
                            {"outlet", "海港日報"},
                            {"published", "2004-11-20"},
                            {"body", "渡輪 ferry 昨晚在港口外沉沒，沒有人受傷。"}});
  for (int i = 1; i <= 30; ++i) {
    lines += line(
        {{"id", std::to_string(i)},
         {"title", "Harbour report " + std::to_string(i)},
         {"outlet", "Coast Radio"},
         {"published", "2003-01-" + std::to_string(100 + i).substr(1)},
         {"body", "Ships of day " + std::to_string(i) + " " + std::string(std::size_t(i), 'x')}});
  }
  folder.write("a.jsonl", lines);
  folder.index();
}

std::string command_for(const NewsFolder& folder, const std::string& arguments = "") {
  return std::string(NEWS_SEARCH_PROGRAM) + " --no-config -i '" + folder.index_folder() +
         "' --interactive " + arguments;
}

/// A shell that runs an interactive search, which is on the screen.
void begin(const TmuxWindow& window, const NewsFolder& folder, const std::string& arguments = "") {
  window.enter("clear; stty -a > '" + (folder.outside() / "before") + "'; " +
               command_for(folder, arguments));
  REQUIRE(window.shows("Esc leave"));
}

/// That the shell is back with the terminal as it was, and the program ended so.
void check_left(const TmuxWindow& window, const NewsFolder& folder, int exit_code) {
  CHECK(window.hides("Esc leave"));
  window.enter("echo ended with $?");
  CHECK(window.shows("ended with " + std::to_string(exit_code)));
  window.enter("stty -a | cmp - '" + (folder.outside() / "before") +
               "' && echo terminal as before");
  CHECK(window.shows("\nterminal as before"));
}

}  // namespace

TEST_CASE("interactive: hits as one types, the article beside them, and back to the shell") {
  if (!TmuxWindow::is_possible()) return;
  const NewsFolder folder;
  index_harbour(folder);
  for (const ScreenSize size : sizes) {
    CAPTURE(size.columns);
    const TmuxWindow window(size);
    begin(window, folder);
    CHECK(window.shows("32 articles"));  // what the index holds
    window.type("ferr");
    CHECK(window.shows("looking for ferr*"));
    window.type("y");
    CHECK(window.hides("looking for"));
    CHECK(window.shows("2 articles"));
    CHECK(window.shows("Ferry late again"));
    CHECK(window.shows("渡輪沉沒 ferry 🚢"));
    window.press({"Down"});
    CHECK(window.shows("1 of 2 articles"));
    CHECK(window.shows("昨晚在港口外沉沒"));
    window.press({"Down"});
    CHECK(window.shows("2 of 2 articles"));
    CHECK(window.shows("Nobody was angry this time."));
    window.press({"Escape"});
    check_left(window, folder, 0);
  }
}

TEST_CASE("interactive: Enter reads the whole article in the pager, short as it may be") {
  if (!TmuxWindow::is_possible()) return;
  if (run({.command = {"less", "--version"}}).exit_code != 0) return;
  const NewsFolder folder;
  index_harbour(folder);
  for (const ScreenSize size : sizes) {
    CAPTURE(size.columns);
    const TmuxWindow window(size);
    begin(window, folder, "angry");
    CHECK(window.shows("1 article"));
    window.press({"Enter"});
    CHECK(window.shows("url: https://courier.example.org/late"));
    CHECK(window.shows("(END)"));
    window.press({"C-c"});  // is the pager's
    window.press({"q"});
    CHECK(window.shows("Esc leave"));
    CHECK(window.shows("> angry"));
    window.press({"Escape"});
    check_left(window, folder, 0);
  }
}

TEST_CASE("interactive: a pager that does not wait is waited for") {
  if (!TmuxWindow::is_possible()) return;
  const NewsFolder folder;
  index_harbour(folder);
  const TmuxWindow window(sizes[0]);
  for (const char* pager : {"cat", "tac"}) {
    window.enter(std::string("export PAGER=") + pager);
    begin(window, folder, "angry");
    CHECK(window.shows("1 article"));
    window.press({"Enter"});
    CHECK(window.shows("-- Enter goes back --"));
    CHECK(window.shows("from: "));
    window.press({"Enter"});
    CHECK(window.shows("Esc leave"));
    window.press({"Escape"});
    check_left(window, folder, 0);
  }
  window.enter("export PAGER=no-such-pager");
  begin(window, folder, "angry");
  CHECK(window.shows("1 article"));
  window.press({"Enter"});
  CHECK(window.shows("'no-such-pager' cannot be run"));
}

TEST_CASE("interactive: o opens the url, y copies the citation") {
  if (!TmuxWindow::is_possible()) return;
  const NewsFolder folder;
  index_harbour(folder);
  folder.outside().write("browser",
                         "#!/bin/sh\necho \"$1\" > '" + (folder.outside() / "opened") + "'\n");
  std::filesystem::permissions((folder.outside() / "browser"), std::filesystem::perms::owner_all);
  for (const ScreenSize size : sizes) {
    CAPTURE(size.columns);
    const TmuxWindow window(size);
    window.enter("unset DISPLAY WAYLAND_DISPLAY; export BROWSER=browser PATH=\"$PATH:" +
                 (folder.outside() / "") + "\"");
    begin(window, folder, "angry");
    CHECK(window.shows("1 article"));
    window.press({"Down", "o"});
    CHECK(window.shows("Opened https://courier.example.org/late"));
    CHECK(content_of((folder.outside() / "opened")) == "https://courier.example.org/late\n");
    window.press({"y"});
    CHECK(window.shows("Copied: Norwick Courier, 2005-11-20: Ferry late again"));
    CHECK(window.copied() ==
          "Norwick Courier, 2005-11-20: Ferry late again\n  https://courier.example.org/late\n");
    window.press({"Escape"});
    check_left(window, folder, 0);
  }
}

TEST_CASE("interactive: filters are chosen and given up") {
  if (!TmuxWindow::is_possible()) return;
  const NewsFolder folder;
  index_harbour(folder);
  for (const ScreenSize size : sizes) {
    CAPTURE(size.columns);
    const TmuxWindow window(size);
    begin(window, folder, "ferry");
    CHECK(window.shows("2 articles"));
    window.press({"Down"});
    if (size.columns < 100) {
      window.press({"f"});
    } else {
      window.press({"Tab"});
    }
    CHECK(window.shows("[ ] Norwick Courier"));
    CHECK(window.shows("Space choose"));
    window.press({"Down", "Space"});
    CHECK(window.shows("[x]"));
    CHECK(window.shows("1 article"));
    window.press({"c"});
    CHECK(window.shows("2 articles"));
    window.press({"Escape"});
    check_left(window, folder, 0);
  }
}

TEST_CASE("interactive: the window's size may change at any time") {
  if (!TmuxWindow::is_possible()) return;
  const NewsFolder folder;
  index_harbour(folder);
  const TmuxWindow window({80, 24});
  begin(window, folder, "harbour");
  CHECK(window.shows("30 articles"));
  window.resize({200, 50});
  CHECK(window.shows("│"));  // side by side now
  CHECK(window.shows("Harbour report"));
  for (const ScreenSize size : {ScreenSize{20, 5}, ScreenSize{5, 2}, ScreenSize{80, 24}}) {
    window.resize(size);
  }
  CHECK(window.shows("Esc leave"));
  CHECK(window.shows("30 articles"));
  window.press({"Escape"});
  check_left(window, folder, 0);
}

TEST_CASE("interactive: Ctrl-Z stops it and fg brings it back; Ctrl-C ends it with 130") {
  if (!TmuxWindow::is_possible()) return;
  const NewsFolder folder;
  index_harbour(folder);
  for (const ScreenSize size : sizes) {
    CAPTURE(size.columns);
    const TmuxWindow window(size);
    begin(window, folder, "ferry");
    CHECK(window.shows("2 articles"));
    window.press({"C-z"});
    CHECK(window.shows("Stopped"));
    CHECK(window.hides("Esc leave"));
    window.enter("fg");
    CHECK(window.shows("Esc leave"));
    window.type(" angry");
    CHECK(window.shows("> ferry angry"));
    window.press({"C-c"});
    check_left(window, folder, 130);
  }
}

TEST_CASE("interactive: Ctrl-Z in the pager stops both, and fg brings them back") {
  if (!TmuxWindow::is_possible()) return;
  if (run({.command = {"less", "--version"}}).exit_code != 0) return;
  const NewsFolder folder;
  index_harbour(folder);
  const TmuxWindow window(sizes[0]);
  begin(window, folder, "angry");
  CHECK(window.shows("1 article"));
  window.press({"Enter"});
  CHECK(window.shows("(END)"));
  window.press({"C-z"});
  CHECK(window.shows("Stopped"));
  window.enter("fg");
  CHECK(window.shows("(END)"));
  window.press({"q"});
  CHECK(window.shows("Esc leave"));
  window.press({"Escape"});
  check_left(window, folder, 0);
}

TEST_CASE("interactive: Ctrl-C in a browser on the terminal is the browser's") {
  if (!TmuxWindow::is_possible()) return;
  const NewsFolder folder;
  index_harbour(folder);
  folder.outside().write(
      "patient",
      "#!/bin/bash\ntrap 'echo caught' INT\necho browsing\nread -r line\nread -r line\n");
  std::filesystem::permissions((folder.outside() / "patient"), std::filesystem::perms::owner_all);
  const TmuxWindow window(sizes[0]);
  window.enter("unset DISPLAY WAYLAND_DISPLAY; export BROWSER=patient PATH=\"$PATH:" +
               (folder.outside() / "") + "\"");
  begin(window, folder, "angry");
  CHECK(window.shows("1 article"));
  window.press({"Down", "o"});
  CHECK(window.shows("browsing"));
  for (int i = 0; i < 2; ++i) {
    window.press({"C-c"});
    CHECK(window.shows("caught"));
  }
  window.press({"Enter", "Enter"});
  CHECK(window.shows("Esc leave"));
  window.press({"Escape"});
  check_left(window, folder, 0);
}

TEST_CASE("interactive: Shift-Tab is the part before on every terminal") {
  const NewsFolder folder;
  index_harbour(folder);
  for (const char* name : {"TERM=linux", "TERM=xterm", "TERM=screen", "TERM=vt100"}) {
    CAPTURE(name);
    PseudoTerminal terminal({.command = {"/bin/sh", "-c", "exec " + command_for(folder, "ferry")},
                             .environment = {name}});
    REQUIRE(terminal.shows("late again"));
    terminal.type("\033[Z");
    CHECK(terminal.shows("[ ]"));  // the filters
    terminal.type("\033");
    CHECK(terminal.wait() == 0);
  }
}

TEST_CASE("interactive: a paste without an end does not keep anybody") {
  const NewsFolder folder;
  index_harbour(folder);
  PseudoTerminal terminal({.command = {"/bin/sh", "-c", "exec " + command_for(folder)}});
  REQUIRE(terminal.shows("\033[?2004h"));
  terminal.type("\033[200~angry");
  REQUIRE(terminal.shows("late again"));
  std::this_thread::sleep_for(std::chrono::seconds(3));
  terminal.type("\033");
  CHECK(terminal.wait() == 0);
}

TEST_CASE("interactive: what is in a paste never reaches the shell") {
  const NewsFolder folder;
  index_harbour(folder);
  for (const char* part : {"\x03", "\033", "\033[0m", "\x1a", "\033]0;x\a"}) {
    PseudoTerminal terminal({.command = {"/bin/sh", "-c", "exec " + command_for(folder)}});
    REQUIRE(terminal.shows("\033[?2004h"));
    terminal.type("\033[200~one" + std::string(part) + "\nangry\n\033[201~");
    CHECK(terminal.shows("late again"));
    terminal.type("\033");
    CHECK(terminal.wait() == 0);
  }
}

TEST_CASE("interactive: a damaged index that stops a search leaves the terminal as it was") {
  const NewsFolder folder;
  index_harbour(folder);
  PseudoTerminal terminal({.command = {"/bin/sh", "-c", "exec " + command_for(folder, "ferry")}});
  REQUIRE(terminal.shows("late again"));
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.index_folder())) {
    if (entry.path().filename() == "termlist.glass") {
      std::ofstream(entry.path(), std::ios::app) << "damage";
    }
  }
  // As the clock of processor time does; there is no progress between the two.
  for (int i = 0; i < 2; ++i) {
    terminal.signal(SIGPROF);
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
  }
  CHECK(terminal.wait() == 2);
  CHECK(terminal.echoes());
  CHECK(terminal.output().find(leave_screen) != std::string::npos);
}

TEST_CASE("interactive: a tall screen is full of hits from the start") {
  if (!TmuxWindow::is_possible()) return;
  const NewsFolder folder;
  index_harbour(folder);
  const TmuxWindow window({200, 50});
  begin(window, folder, "harbour");
  CHECK(window.shows("30 articles"));
  CHECK(window.shows("Harbour report 1 "));
  CHECK(window.shows("Harbour report 30 "));
  window.press({"Escape"});
}

TEST_CASE("interactive: what is indexed meanwhile is found") {
  if (!TmuxWindow::is_possible()) return;
  const NewsFolder folder;
  index_harbour(folder);
  const TmuxWindow window(sizes[0]);
  begin(window, folder, "zeppelin");
  CHECK(window.shows("No article matches"));
  folder.write("b.jsonl", line({{"id", "z"}, {"title", "Zeppelin over the harbour"}}));
  folder.index();
  window.press({"BSpace"});
  CHECK(window.shows("Zeppelin over the harbour"));
}

TEST_CASE("interactive: whatever ends it, the terminal is as before") {
  const NewsFolder folder;
  index_harbour(folder);
  const struct {
    int signal;
    int exit_code;
  } cases[] = {
      {SIGTERM, 130},           {SIGHUP, 130},           {SIGINT, 130}, {SIGSEGV, 128 + SIGSEGV},
      {SIGABRT, 128 + SIGABRT}, {SIGQUIT, 128 + SIGQUIT}};
  for (const auto& [signal, exit_code] : cases) {
    for (const ScreenSize size : sizes) {
      CAPTURE(signal);
      CAPTURE(size.columns);
      PseudoTerminal terminal(
          {.command = {"/bin/sh", "-c", "ulimit -c 0; exec " + command_for(folder, "ferry")}},
          size);
      REQUIRE(terminal.shows("late again"));
      REQUIRE_FALSE(terminal.echoes());
      terminal.signal(signal);
      CHECK(terminal.wait() == exit_code);
      CHECK(terminal.echoes());
      CHECK(terminal.output().find(leave_screen) != std::string::npos);
    }
  }
}

TEST_CASE("interactive: a signal while the pager has the terminal ends both") {
  if (run({.command = {"less", "--version"}}).exit_code != 0) return;
  const NewsFolder folder;
  index_harbour(folder);
  for (const int signal : {SIGTERM, SIGHUP}) {
    PseudoTerminal terminal({.command = {"/bin/sh", "-c", "exec " + command_for(folder, "angry")}});
    REQUIRE(terminal.shows("late again"));
    terminal.type("\r");
    REQUIRE(terminal.shows("(END)"));
    terminal.signal(signal);
    CHECK(terminal.wait() == 130);
    CHECK(terminal.echoes());
  }
}

TEST_CASE("interactive: a terminal that goes away ends it") {
  const NewsFolder folder;
  index_harbour(folder);
  const std::string status = (folder.outside() / "status");
  PseudoTerminal terminal({.command = {"/bin/sh", "-c",
                                       "trap '' HUP; " + command_for(folder, "ferry") +
                                           "; echo $? > '" + status + "'"}});
  REQUIRE(terminal.shows("late again"));
  terminal.hang_up();
  terminal.wait();
  CHECK(content_of(status) == "130\n");
}

TEST_CASE("interactive: a pasted text is one line and no command") {
  const NewsFolder folder;
  index_harbour(folder);
  PseudoTerminal terminal({.command = {"/bin/sh", "-c", "exec " + command_for(folder)}}, sizes[0]);
  REQUIRE(terminal.shows("\033[?2004h"));
  terminal.type("\033[200~late\nq\033[201~");
  CHECK(terminal.shows("late q"));
  terminal.type("\033");
  CHECK(terminal.wait() == 0);
}

TEST_CASE("interactive: colours may be refused") {
  const NewsFolder folder;
  index_harbour(folder);
  const auto shown_with = [&](std::vector<std::string> environment) {
    PseudoTerminal terminal({.command = {"/bin/sh", "-c", "exec " + command_for(folder, "ferry")},
                             .environment = std::move(environment)});
    REQUIRE(terminal.shows("late again"));
    terminal.type("\033");
    CHECK(terminal.wait() == 0);
    return terminal.output();
  };
  CHECK(shown_with({}).find("\033[36m") != std::string::npos);
  CHECK(shown_with({"NO_COLOR=1"}).find("\033[36m") == std::string::npos);
}

TEST_CASE("interactive: without a terminal that can show it, it says so") {
  const NewsFolder folder;
  index_harbour(folder);
  const Outcome piped = run({.command = {"/bin/sh", "-c", command_for(folder)}});
  CHECK(piped.exit_code == 2);
  CHECK(piped.err.find("--interactive: needs a terminal") != std::string::npos);
  for (const char* name : {"TERM=no-such-terminal", "TERM=dumb"}) {
    CAPTURE(name);
    PseudoTerminal terminal(
        {.command = {"/bin/sh", "-c", "exec " + command_for(folder)}, .environment = {name}});
    CHECK(terminal.wait() == 2);
    CHECK(terminal.output().find("--interactive: ") != std::string::npos);
    CHECK(terminal.echoes());
  }
}

TEST_CASE("interactive: it goes with no option that names another answer") {
  const NewsFolder folder;
  index_harbour(folder);
  for (const char* other : {"--count", "--format json", "--queries -", "--show 1", "--limit 5"}) {
    CAPTURE(other);
    const Outcome outcome = run({.command = {"/bin/sh", "-c", command_for(folder, other)}});
    CHECK(outcome.exit_code == 2);
    CHECK(outcome.err.find("exclude each other") != std::string::npos);
  }
}
