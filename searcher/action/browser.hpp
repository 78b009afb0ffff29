// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/cli/terminal.hpp"

#include <string>
#include <vector>

namespace news {

/// The commands that may open `target`, the first that can be run is to be taken: those of
/// $BROWSER, which are separated by colons and may say "%s" where the target belongs, else
/// xdg-open.
std::vector<std::vector<std::string>> browser_commands(const std::string& target,
                                                       const Environment& environment);

/// Opens a URL or a file, and waits for the command: a browser may be one for the terminal. No
/// shell sees the target. Throws UsageError if there is no command that can be run, or it fails.
void open_in_browser(const std::string& target, const Environment& environment);

}  // namespace news
