// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace news {

/// Environment variables by their names; empty for those that are not set.
using Environment = std::function<std::string(const char* name)>;
Environment environment_of_process();

struct TerminalSize {
  std::size_t columns = 80;
  std::size_t rows = 24;
};

/// The size of the terminal on a file descriptor; $COLUMNS and $LINES come first, where they are
/// numbers from 1 to 9999.
TerminalSize terminal_size(int fd, const Environment& environment);

/// Not where $NO_COLOR is set to anything (no-color.org), or $TERM is "dumb" or not set.
bool wants_colors(const Environment& environment);

/// Whether the terminal is one of those known to show hyperlinks. Where nothing is known of it the
/// answer is no: some print the escape sequence.
bool shows_hyperlinks(const Environment& environment);

/// Writes to standard output, unless that is a terminal that takes nothing at the moment, as one
/// that was told to stop with Ctrl-S. May be called by a handler of signals.
void write_if_taken(std::string_view text) noexcept;

}  // namespace news
