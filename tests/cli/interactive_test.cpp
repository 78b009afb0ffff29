// SPDX-License-Identifier: GPL-3.0-or-later
// news-search --interactive as a user has it, typed into through tmux.
#include "tests/support/harbour_search.hpp"

#include <chrono>

#include <doctest/doctest.h>

using namespace news::test;

TEST_CASE("interactive: hits as one types, the article beside them, and back to the shell") {
  if (!TmuxWindow::is_possible()) return;
  const NewsFolder folder;
  index_harbour(folder);
  for (const ScreenSize size : screen_sizes) {
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
  for (const ScreenSize size : screen_sizes) {
    CAPTURE(size.columns);
    const TmuxWindow window(size);
    begin_with_one(window, folder);
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
  const TmuxWindow window(screen_sizes[0]);
  for (const char* pager : {"cat", "tac"}) {
    window.enter(std::string("export PAGER=") + pager);
    begin_with_one(window, folder);
    window.press({"Enter"});
    CHECK(window.shows("-- Enter goes back --"));
    CHECK(window.shows("from: "));
    window.press({"Enter"});
    CHECK(window.shows("Esc leave"));
    window.press({"Escape"});
    check_left(window, folder, 0);
  }
  window.enter("export PAGER=no-such-pager");
  begin_with_one(window, folder);
  window.press({"Enter"});
  CHECK(window.shows("'no-such-pager' cannot be run"));
}

TEST_CASE("interactive: o opens the url, y copies the citation") {
  if (!TmuxWindow::is_possible()) return;
  const NewsFolder folder;
  index_harbour(folder);
  const std::string opened = folder.outside() / "opened";
  for (const ScreenSize size : screen_sizes) {
    CAPTURE(size.columns);
    const TmuxWindow window(size);
    use_browser(window, folder, "#!/bin/sh\necho \"$1\" > '" + opened + "'\n");
    begin_with_one(window, folder);
    window.press({"Down", "o"});
    CHECK(window.shows("Opened https://courier.example.org/late"));
    CHECK(content_of(opened) == "https://courier.example.org/late\n");
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
  for (const ScreenSize size : screen_sizes) {
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
  for (const ScreenSize size : screen_sizes) {
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
  const TmuxWindow window(screen_sizes[0]);
  begin_with_one(window, folder);
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
  const TmuxWindow window(screen_sizes[0]);
  use_browser(window, folder,
              "#!/bin/bash\n"
              "trap 'echo caught $((++caught))' INT\n"
              "echo browsing\n"
              "read -r line\n"
              "read -r line\n");
  begin_with_one(window, folder);
  window.press({"Down", "o"});
  CHECK(window.shows("browsing"));
  for (const char* caught : {"caught 1", "caught 2"}) {
    window.press({"C-c"});
    CHECK(window.shows(caught));
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
    PseudoTerminal terminal(interactive(folder, "ferry", {name}));
    REQUIRE(terminal.shows("late again"));
    terminal.type("\033[Z");
    CHECK(terminal.shows("[ ]"));  // the filters
    terminal.type("\033");
    CHECK(terminal.wait() == 0);
  }
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
  const TmuxWindow window(screen_sizes[0]);
  begin(window, folder, "zeppelin");
  CHECK(window.shows("No article matches"));
  folder.write("b.jsonl", article_line("z", "Zeppelin over the harbour", "It came at noon."));
  folder.index();
  window.press({"BSpace"});
  CHECK(window.shows("Zeppelin over the harbour"));
}

TEST_CASE("interactive: a pasted text is one line and no command") {
  const NewsFolder folder;
  index_harbour(folder);
  PseudoTerminal terminal(interactive(folder), screen_sizes[0]);
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
    PseudoTerminal terminal(interactive(folder, "ferry", std::move(environment)));
    REQUIRE(terminal.shows("late again"));
    terminal.type("\033");
    CHECK(terminal.wait() == 0);
    return terminal.output();
  };
  CHECK(shown_with({}).find("\033[36m") != std::string::npos);
  CHECK(shown_with({"NO_COLOR=1"}).find("\033[36m") == std::string::npos);
}

TEST_CASE("interactive: it goes with no option that names another answer") {
  const NewsFolder folder;
  index_harbour(folder);
  for (const char* other : {"--count", "--format json", "--queries -", "--show 1", "--limit 5"}) {
    CAPTURE(other);
    const Outcome outcome = run({.command = {"/bin/sh", "-c", interactive_command(folder, other)}});
    CHECK(outcome.exit_code == 2);
    CHECK(outcome.err.find("exclude each other") != std::string::npos);
  }
}
