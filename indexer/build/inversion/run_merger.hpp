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
///
/// Most keys of a run are keys of many others, too. So a cursor first looks in a hash table for one
/// that stands at its key already, and only one of each key goes through the heap.
class RunMerger {
 public:
  explicit RunMerger(std::vector<RunCursor> cursors);

  /// Moves to the next key; false when there is none.
  bool next();

  /// The key, and the runs that have it, in the order of their documents; each stands at its entry.
  std::string_view key() const { return group_.front()->entry().key; }
  std::span<RunCursor* const> group() const { return group_; }

 private:
  /// The cursors that stand at one key.
  struct Group {
    std::uint32_t hash = 0;          ///< of the key
    std::uint32_t next_in_slot = 0;  ///< another whose key has the same slot; none at the end
    std::vector<RunCursor*> cursors;
  };
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  static const OrderedText& key_of(const Group& group) { return group.cursors.front()->key(); }
  bool comes_before(std::uint32_t a, std::uint32_t b) const {
    return key_of(groups_[a]) < key_of(groups_[b]);
  }
  std::uint32_t& slot_of(std::uint32_t hash) { return slots_[hash & (slots_.size() - 1)]; }

  void place(RunCursor& cursor);
  void push(std::uint32_t group);
  void sift_up(std::size_t at);
  std::uint32_t pop();
  void remove_from_slot(std::uint32_t group);

  std::vector<RunCursor> cursors_;
  std::vector<Group> groups_;         ///< as many as there are cursors
  std::vector<std::uint32_t> free_;   ///< groups without cursors
  std::vector<std::uint32_t> slots_;  ///< of a hash table, a power of two: the slot's first group
  std::vector<std::uint32_t> heap_;   ///< groups; the first has the least key
  std::vector<RunCursor*> group_;     ///< of the key in hand
};

/// Writes one run that holds what all runs of a merger hold. `base` is the number of its first
/// document.
void write_merged_run(RunMerger& runs, std::uint32_t base, FileWriter& file);

}  // namespace news
