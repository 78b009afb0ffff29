// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/pseudo_terminal.hpp"
#include "tests/support/temporary_folder.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace news::test {

/// A shell in a terminal whose screen can be read: tmux, on a socket of its own. What waits gives
/// up after a minute.
class TmuxWindow {
 public:
  explicit TmuxWindow(ScreenSize size);
  ~TmuxWindow();
  TmuxWindow(const TmuxWindow&) = delete;
  TmuxWindow& operator=(const TmuxWindow&) = delete;

  /// Whether tmux is there.
  static bool is_possible();

  /// Types a text as it is.
  void type(const std::string& text) const;

  /// Presses keys by their names for tmux: "Enter", "C-c", "Down".
  void press(const std::vector<std::string>& keys) const;

  /// Types a command for the shell.
  void enter(const std::string& command) const;

  void resize(ScreenSize size) const;

  /// Waits until the screen shows a text, or shows it no more; false if that does not happen.
  bool shows(std::string_view text) const;
  bool hides(std::string_view text) const;

  /// The lines of the screen, as they are now.
  std::string screen() const;

  /// The same with colours and other attributes, as escape sequences.
  std::string screen_with_attributes() const;

  /// What was copied into tmux.
  std::string copied() const;

 private:
  std::string tmux(std::vector<std::string> arguments) const;
  bool waits_for(std::string_view text, bool shown) const;

  TemporaryFolder folder_;
};

}  // namespace news::test
