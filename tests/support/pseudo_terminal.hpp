// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/process.hpp"

#include <string>
#include <string_view>

#include <sys/types.h>

namespace news::test {

struct ScreenSize {
  unsigned short columns = 80;
  unsigned short rows = 24;
};

/// A program that runs in a terminal of its own, as if a user had it in a window. What waits for it
/// gives up after a minute.
class PseudoTerminal {
 public:
  /// $TERM is xterm-256color unless the invocation says otherwise.
  explicit PseudoTerminal(Invocation invocation, ScreenSize size = {});
  ~PseudoTerminal();  ///< kills the program if it is still there
  PseudoTerminal(const PseudoTerminal&) = delete;
  PseudoTerminal& operator=(const PseudoTerminal&) = delete;

  /// Waits until the program has written a text; false if it ends without.
  bool shows(std::string_view text);

  /// Presses keys: "\x03" is Ctrl-C.
  void type(std::string_view keys) const;

  /// Presses keys again and again until the program ends.
  void keep_typing(std::string_view keys);

  void signal(int number) const;

  /// Takes the terminal away, as one that closes a window does.
  void hang_up();

  /// Whether the terminal shows what is typed, as it does before a program changes that.
  bool echoes() const;

  /// Reads what there is to the end; the program's exit code, or -1 if it does not end.
  int wait();

  /// All that was written, with the terminal's "\r\n" as "\n".
  std::string output() const;

 private:
  bool read_more(int patience_ms);

  pid_t pid_ = -1;
  int terminal_ = -1;
  std::string output_;
};

/// The width of the widest line of a terminal's output, without what colours and links take, where
/// a carriage return begins a new line.
std::size_t widest_line(std::string_view output);

/// The text without its escape sequences.
std::string without_escapes(std::string_view output);

}  // namespace news::test
