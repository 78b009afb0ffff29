// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/article.hpp"
#include "news/cli/terminal.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace news {

/// The commands that may open `target`, the first that can be run is to be taken: those of
/// $BROWSER, which are separated by colons and may say "%s" where the target belongs, else
/// xdg-open.
std::vector<std::vector<std::string>> browser_commands(const std::string& target,
                                                       const Environment& environment);

/// What to open of an article: its URL if it is one for a browser, else the file that it was read
/// from, as it is, for programs that know no file: URLs. Empty if it came from standard input.
std::string browser_target(const Article& article);

/// Whether the terminal is needed for what the user's browser shows: there is no other screen, or
/// it is one that is known for using the terminal.
bool browser_needs_terminal(const Environment& environment);

/// How long to wait for a browser.
enum class BrowserWait : std::uint8_t {
  end,   ///< until it ends: it may be one for the terminal
  start  ///< a moment, in which it would fail; it keeps away from the terminal
};

/// Opens a URL or a file. No shell sees the target. Throws UsageError if there is no command that
/// can be run, or it fails.
void open_in_browser(const std::string& target, const Environment& environment,
                     BrowserWait wait = BrowserWait::end);

}  // namespace news
