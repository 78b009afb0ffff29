// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace news {

/// A program that has the whole screen must not leave it so, however it ends. From the time that
/// this is made until it goes, a crash, an abort, SIGQUIT or a damaged index first gives the
/// terminal back, as give_back_terminal() does, and then does what it did before. There is one at a
/// time.
class TerminalRescue {
 public:
  /// Remembers how the terminal on standard input is set: to be made before the program sets it
  /// otherwise.
  TerminalRescue();
  ~TerminalRescue();
  TerminalRescue(const TerminalRescue&) = delete;
  TerminalRescue& operator=(const TerminalRescue&) = delete;

  /// The escape sequences that undo what the program has sent to the terminal.
  void set_farewell(const std::string& sequences);

  /// Whether the terminal is not the user's at this time, but the program's.
  void set_active(bool active);

  /// False also once it was given back at a crash, which another thread may take a while to end.
  bool is_active() const;
};

/// Sends the farewell and sets the terminal as it was, if it is the program's. May be called by a
/// handler of signals.
void give_back_terminal();

}  // namespace news
