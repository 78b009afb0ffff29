// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/news_folder.hpp"
#include "tests/support/pseudo_terminal.hpp"
#include "tests/support/tmux_window.hpp"

#include <string>

/// news-search --interactive over the news of a harbour.
namespace news::test {

/// What terminals are tried in.
inline constexpr ScreenSize screen_sizes[] = {{80, 24}, {200, 50}};

/// Two articles on a ferry, of which one is alone in having "angry", and thirty reports.
void index_harbour(const NewsFolder& folder);

/// The command for a shell; `arguments` stand behind --interactive.
std::string interactive_command(const NewsFolder& folder, const std::string& arguments = "");

/// The same in a terminal of its own, in place of the shell.
Invocation interactive(const NewsFolder& folder, const std::string& arguments = "",
                       std::vector<std::string> environment = {});

/// Has a shell run it, until it is on the screen.
void begin(const TmuxWindow& window, const NewsFolder& folder, const std::string& arguments = "");

/// The same with a query that has one hit, until that is there.
void begin_with_one(const TmuxWindow& window, const NewsFolder& folder);

/// Makes a script the browser of what is begun in the window.
void use_browser(const TmuxWindow& window, const NewsFolder& folder, const std::string& script);

/// That the shell is back with the terminal as it was before begin(), and how the program ended.
void check_left(const TmuxWindow& window, const NewsFolder& folder, int exit_code);

}  // namespace news::test
