// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/cli/terminal.hpp"
#include "searcher/interactive/frame.hpp"
#include "searcher/interactive/key.hpp"
#include "searcher/interactive/terminal_rescue.hpp"

#include <chrono>
#include <optional>
#include <string_view>

namespace news {

/// The terminal on standard input and output, as a screen and a keyboard, by ncurses. There is one
/// at a time. In the end, whatever the end is, the terminal is as it was; see TerminalRescue.
class CursesScreen {
 public:
  /// Throws UsageError if the terminal can show no screen.
  CursesScreen(bool color, const Environment& environment);
  ~CursesScreen();
  CursesScreen(const CursesScreen&) = delete;
  CursesScreen& operator=(const CursesScreen&) = delete;

  /// Shows a frame; only what differs from the one before is sent.
  void show(const Frame& frame);

  /// The next frame is sent as a whole.
  void forget();

  /// The screen has another size now.
  void resize(TerminalSize size);

  /// The next key that was pressed already; nothing if there is none.
  std::optional<Key> read_key();

  /// Sends an escape sequence that shows nothing.
  void send(std::string_view sequence);

  /// Gives the terminal to another program, and takes it back.
  void pause();
  void resume();

 private:
  using Clock = std::chrono::steady_clock;

  Key key_behind_escape();
  Key pasted(char32_t c);
  void swallow_sequence();

  TerminalRescue rescue_;  ///< first: it remembers how the terminal was
  bool color_;
  bool pasting_ = false;
  Clock::time_point pasted_at_;  ///< when the last piece of the paste came
};

}  // namespace news
