// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/cli/output.hpp"
#include "news/cli/terminal.hpp"
#include "news/cli/values.hpp"

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>

#include <sys/types.h>
#include <termios.h>

namespace news {

/// The command that shows results page by page: $PAGER, else "less -FIRX" where there is a less.
/// Empty for none: $PAGER is "cat", or there is no less.
std::string pager_command(const Environment& environment);

/// Whether such a command is less, with whatever options.
bool is_less_command(std::string_view command);

/// less shows hyperlinks; of others it is not known.
bool pager_shows_hyperlinks(const Environment& environment);

/// The rows that a text takes on a terminal of so many columns: escape sequences take none, and a
/// line that is too wide takes several.
std::size_t screen_rows(std::string_view text, std::size_t columns);

struct PagerSettings {
  std::string command;
  TerminalSize screen;
  bool always = false;  ///< even if all fits on the screen
};

/// Keeps what is written until there is more than a screen of it: then a pager is started, and
/// shows this and all that follows. What fits on the screen goes to standard output in the end.
class PagedOutput : public Output {
 public:
  explicit PagedOutput(PagerSettings settings);

  /// Waits for the pager; what was not flushed is written, and errors pass, as this is the way out
  /// of a failed run.
  ~PagedOutput() override;

  /// Throws UsageError if the pager cannot be run, FileError.
  void write(std::string_view text) override;

  /// To be called once, in the end: waits until the user leaves the pager. Throws as write does.
  void flush() override;

  /// False when the user has left the pager: nothing that is written now is seen.
  bool is_read() const override { return !closed_; }

 private:
  void start();
  void send(std::string_view text);
  int wait_for_end();
  void end_pager();

  PagerSettings settings_;
  std::string waiting_;   ///< for a pager, or for the end
  std::size_t rows_ = 0;  ///< that it takes
  pid_t pager_ = 0;       ///< 0 for none
  int pipe_ = -1;         ///< to the pager
  bool closed_ = false;
  termios terminal_{};  ///< as it was before the pager
  bool knows_terminal_ = false;
};

}  // namespace news
