// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace news {

/// What an index holds: articles, dates, languages, segments. `json` gives one JSON object on one
/// line. Throws IndexError.
std::string describe_index(const std::filesystem::path& index, bool json);

}  // namespace news
