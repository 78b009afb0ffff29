// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/repair.hpp"

#include <filesystem>
#include <string>

namespace news {

/// The result of checking an index.
struct CheckResult {
  bool whole = true;
  std::string report;  ///< lines for people
};

/// Verifies the stub, the intent, and of every segment the checksums, every table and the settings.
/// Throws IndexError if there is no index, or one made by other rules; also if this user may not
/// write to it: Xapian cannot check it then.
CheckResult check_index(const std::filesystem::path& index);

/// What a repair did, for people, with what is to be done next.
std::string repair_text(const RepairOutcome& outcome, const std::filesystem::path& index);

}  // namespace news
