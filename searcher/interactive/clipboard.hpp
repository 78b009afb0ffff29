// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/cli/terminal.hpp"

#include <string>
#include <string_view>

namespace news {

/// The escape sequence that has a terminal put a text into its user's clipboard, wherever the
/// program runs: the operating system command 52 of xterm ("Manipulate Selection Data" in its
/// control sequences).
std::string clipboard_sequence(std::string_view text);

/// tmux keeps that sequence to itself unless it is told otherwise, but can be asked: puts the text
/// into its buffer, and through it into the clipboard of the terminal outside. Nothing happens
/// where there is no tmux.
void copy_through_tmux(const std::string& text, const Environment& environment);

}  // namespace news
