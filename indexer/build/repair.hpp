// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace news {

/// What a repair found and did.
struct RepairOutcome {
  struct LeftOut {
    std::string segment;
    std::string why;
    std::string kept_as;  ///< the folder that has what is left of it; empty if nothing is
  };
  std::vector<LeftOut> left_out;     ///< segments that were damaged
  std::vector<std::string> renewed;  ///< small files that were damaged and are whole again
  /// Sources that have lost articles, or may have: the next run that meets them reads them again.
  std::vector<std::string> to_read_again;
  /// Sources of the segments left out may be missing above: those segments could not be read at
  /// all. The index does not remember these, so a run that meets them reads them, too.
  bool may_lack_sources = false;
  std::uint64_t articles = 0;  ///< in the index now
  std::uint64_t segments = 0;

  bool nothing_to_do() const { return left_out.empty() && renewed.empty(); }
};

/// Brings an index to its last whole state, from whatever is left of it:
///
///  - segments that are damaged or missing are left out, and their folders set aside;
///  - a stub that is damaged is written anew. Where that does not say which segments were live, all
///    are taken that lie there, and all sources count as changed: reading them again takes out what
///    is there twice;
///  - an intent is carried out, and one that is damaged dropped: then the sources of the newest
///    segment count as changed, for the same reason;
///  - a source of which the index has fewer articles than it remembers counts as changed.
///
/// Each step can be followed by a crash and taken again. Throws IndexError if there is no index, or
/// one made by other rules; IndexBusy, FileError, Interrupted.
RepairOutcome repair_index(const std::filesystem::path& folder, std::chrono::seconds patience,
                           const std::atomic<bool>* stop = nullptr);

}  // namespace news
