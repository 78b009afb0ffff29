// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

namespace news {

/// An index, by its folder or by HOST:PORT, in a few lines for people. Of one that is elsewhere
/// only the number of articles is told; `timeout` is for its answer. Throws IndexError.
std::string glance_at(const std::string& index, std::chrono::milliseconds timeout);

}  // namespace news
