// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace news {

/// What is wrong with a segment, a line each; empty if it is whole.
struct SegmentCheck {
  std::vector<std::string> damage;  ///< of tables
  std::string record;               ///< of the record beside them, which can be made again

  bool whole() const { return damage.empty() && record.empty(); }
};

/// Compares the files of a segment with their checksums, has Xapian walk through every table, and
/// opens it, which checks the settings. What Xapian does is done apart: no damage harms this
/// process. Xapian opens for writing what it checks, though it writes nothing. Takes about as long
/// as reading all of it twice. Throws IndexError if it was made by other rules.
SegmentCheck check_segment(const std::filesystem::path& segment);

}  // namespace news
