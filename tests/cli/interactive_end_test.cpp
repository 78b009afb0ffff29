// SPDX-License-Identifier: GPL-3.0-or-later
// Every way in which news-search --interactive ends, and what must not end it.
#include "tests/support/harbour_search.hpp"

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include <doctest/doctest.h>

using namespace news::test;

namespace {

constexpr const char* leave_screen = "\033[?1049l";

}  // namespace

TEST_CASE("interactive: a paste without an end does not keep anybody") {
  const NewsFolder folder;
  index_harbour(folder);
  PseudoTerminal terminal(interactive(folder));
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
    PseudoTerminal terminal(interactive(folder));
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
  PseudoTerminal terminal(interactive(folder, "ferry"));
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
    for (const ScreenSize size : screen_sizes) {
      CAPTURE(signal);
      CAPTURE(size.columns);
      PseudoTerminal terminal(interactive(folder, "ferry"), size);
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
    PseudoTerminal terminal(interactive(folder, "angry"));
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
                                       "trap '' HUP; " + interactive_command(folder, "ferry") +
                                           "; echo $? > '" + status + "'"}});
  REQUIRE(terminal.shows("late again"));
  terminal.hang_up();
  terminal.wait();
  CHECK(content_of(status) == "130\n");
}

TEST_CASE("interactive: without a terminal that can show it, it says so") {
  const NewsFolder folder;
  index_harbour(folder);
  const Outcome piped = run({.command = {"/bin/sh", "-c", interactive_command(folder)}});
  CHECK(piped.exit_code == 2);
  CHECK(piped.err.find("--interactive: needs a terminal") != std::string::npos);
  for (const char* name : {"TERM=no-such-terminal", "TERM=dumb"}) {
    CAPTURE(name);
    PseudoTerminal terminal(interactive(folder, "", {name}));
    CHECK(terminal.wait() == 2);
    CHECK(terminal.output().find("--interactive: ") != std::string::npos);
    CHECK(terminal.echoes());
  }
}
