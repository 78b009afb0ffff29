// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tmux_window.hpp"

#include <chrono>
#include <thread>

namespace news::test {

TmuxWindow::TmuxWindow(ScreenSize size) {
  tmux({"new-session", "-d", "-x", std::to_string(size.columns), "-y", std::to_string(size.rows),
        "env PS1='$ ' bash --norc --noprofile"});
  shows("$");
}

TmuxWindow::~TmuxWindow() { tmux({"kill-server"}); }

bool TmuxWindow::is_possible() {
  static const bool possible = run({.command = {"tmux", "-V"}}).exit_code == 0;
  return possible;
}

std::string TmuxWindow::tmux(std::vector<std::string> arguments) const {
  std::vector<std::string> command = {"tmux", "-u", "-f", "/dev/null", "-S", folder_ / "socket"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return run({.command = std::move(command),
              .environment = {"LC_ALL=C.UTF-8", "TERM=xterm-256color", "SHELL=/bin/sh"}})
      .out;
}

void TmuxWindow::type(const std::string& text) const { tmux({"send-keys", "-l", "--", text}); }

void TmuxWindow::press(const std::vector<std::string>& keys) const {
  std::vector<std::string> arguments = {"send-keys"};
  arguments.insert(arguments.end(), keys.begin(), keys.end());
  tmux(std::move(arguments));
}

void TmuxWindow::enter(const std::string& command) const {
  type(command);
  press({"Enter"});
}

void TmuxWindow::resize(ScreenSize size) const {
  tmux({"resize-window", "-x", std::to_string(size.columns), "-y", std::to_string(size.rows)});
}

std::string TmuxWindow::screen() const { return tmux({"capture-pane", "-p"}); }

std::string TmuxWindow::screen_with_attributes() const {
  return tmux({"capture-pane", "-e", "-p"});
}

std::string TmuxWindow::copied() const { return tmux({"show-buffer"}); }

bool TmuxWindow::waits_for(std::string_view text, bool shown) const {
  constexpr std::chrono::milliseconds between_looks{50};
  constexpr int looks = 1200;
  for (int i = 0; i < looks; ++i) {
    if ((screen().find(text) != std::string::npos) == shown) return true;
    std::this_thread::sleep_for(between_looks);
  }
  return false;
}

bool TmuxWindow::shows(std::string_view text) const { return waits_for(text, true); }

bool TmuxWindow::hides(std::string_view text) const { return waits_for(text, false); }

}  // namespace news::test
