// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace news {

/// What an index holds, for --stats: for people a glance at it and its segments; `json` gives one
/// JSON object on one line. Throws IndexError.
std::string index_report(const std::filesystem::path& index, bool json);

}  // namespace news
