// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace news::bench {

/// A line on standard error: what is being done, for whoever waits.
void say(const std::string& line);

}  // namespace news::bench
