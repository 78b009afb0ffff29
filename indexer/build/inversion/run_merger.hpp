// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/inversion/run.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// Goes through several runs side by side, key by key. The runs' documents follow each other in the
/// order of the cursors.
class RunMerger {
 public:
  explicit RunMerger(std::vector<RunCursor> cursors);

  /// Moves to the next key; false when there is none.
  bool next();

  /// The key, and the runs that have it, in the order of their documents; each stands at its entry.
  std::string_view key() const { return group_.front()->entry().key; }
  std::span<RunCursor* const> group() const { return group_; }

 private:
  bool comes_before(std::size_t a, std::size_t b) const;
  void push(std::size_t cursor);
  void sift_up(std::size_t at);
  RunCursor* pop();

  std::vector<RunCursor> cursors_;
  std::vector<std::size_t> heap_;  ///< numbers of cursors; the first is the least
  std::vector<RunCursor*> group_;  ///< out of the heap until the next key
};

/// Writes one run that holds what all runs of a merger hold. `base` is the number of its first
/// document.
void write_merged_run(RunMerger& runs, std::uint32_t base, FileWriter& file);

}  // namespace news
