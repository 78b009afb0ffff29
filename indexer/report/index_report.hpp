// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace news {

/// What an index holds, for --stats: for people a glance at it and its segments; `json` gives one
/// JSON object on one line. Throws IndexError.
std::string index_report(const std::filesystem::path& index, bool json);

/// The result of checking an index.
struct CheckResult {
  bool whole = true;
  std::string report;  ///< lines for people
};

/// Lets Xapian verify every table of every segment. Throws IndexError, also if this user may not
/// write to the index: Xapian cannot check it then.
CheckResult check_index(const std::filesystem::path& index);

}  // namespace news
