// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/terminal.hpp"

#include <map>

#include <doctest/doctest.h>

using namespace news;

namespace {

Environment with(std::map<std::string, std::string> variables) {
  return [variables = std::move(variables)](const char* name) {
    const auto found = variables.find(name);
    return found == variables.end() ? "" : found->second;
  };
}

constexpr int no_terminal = -1;

}  // namespace

TEST_CASE("terminal: colours are not for every one") {
  CHECK(wants_colors(with({{"TERM", "xterm"}})));
  CHECK_FALSE(wants_colors(with({{"TERM", "dumb"}})));
  CHECK_FALSE(wants_colors(with({})));
  CHECK_FALSE(wants_colors(with({{"TERM", "xterm"}, {"NO_COLOR", "1"}})));
  CHECK(wants_colors(with({{"TERM", "xterm"}, {"NO_COLOR", ""}})));
}

TEST_CASE("terminal: links only where they are known to be shown") {
  struct Row {
    std::map<std::string, std::string> variables;
    bool shown;
  };
  const Row rows[] = {
      {{}, false},
      {{{"TERM", "xterm-256color"}}, false},
      {{{"TERM", "linux"}, {"VTE_VERSION", "7006"}}, false},
      {{{"TERM", "dumb"}, {"KONSOLE_VERSION", "220401"}}, false},
      {{{"TERM", "xterm-256color"}, {"VTE_VERSION", "7006"}}, true},
      {{{"TERM", "xterm-256color"}, {"VTE_VERSION", "4602"}}, false},
      {{{"TERM", "xterm-256color"}, {"KONSOLE_VERSION", "220401"}}, true},
      {{{"TERM", "xterm-256color"}, {"WT_SESSION", "x"}}, true},
      {{{"TERM", "xterm-256color"}, {"TERM_PROGRAM", "WezTerm"}}, true},
      {{{"TERM", "xterm-kitty"}}, true},
      {{{"TERM", "foot-extra"}}, true},
      {{{"TERM", "screen"}, {"VTE_VERSION", "7006"}}, false},
      {{{"TERM", "tmux-256color"}, {"TERM_PROGRAM", "tmux"}, {"TERM_PROGRAM_VERSION", "3.3a"}},
       false},
      {{{"TERM", "tmux-256color"}, {"TERM_PROGRAM", "tmux"}, {"TERM_PROGRAM_VERSION", "3.4"}},
       true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.variables);
    CHECK(shows_hyperlinks(with(row.variables)) == row.shown);
  }
}

TEST_CASE("terminal: $COLUMNS and $LINES say the size, if they are sizes") {
  const auto columns = [](const std::string& text) {
    return terminal_size(no_terminal, with({{"COLUMNS", text}})).columns;
  };
  CHECK(columns("132") == 132);
  for (const char* nonsense : {"", "0", "-5", "wide", "99999"}) CHECK(columns(nonsense) == 80);
  CHECK(terminal_size(no_terminal, with({{"LINES", "50"}})).rows == 50);
  CHECK(terminal_size(no_terminal, with({})).rows == 24);
}
