// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/publisher.hpp"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>

namespace news {

/// Merges the live segments of an index into one and publishes it; space of deleted articles is
/// freed. Readers are not disturbed, and a crash leaves the old segments live. Returns how many
/// segments were merged: one alone is left as it is, unless articles were removed from it. Throws
/// IndexError, IndexBusy, FileError; and Interrupted when `stop` becomes true while it waits for
/// another writer or merges.
std::size_t compact_index(const std::filesystem::path& folder, std::chrono::seconds patience,
                          const std::atomic<bool>* stop = nullptr);

/// What became of segments that were too many.
struct MergeOutcome {
  std::size_t merged = 0;    ///< segments that were merged
  bool interrupted = false;  ///< `stop` became true; the rest is left for the next run
  std::string failure;       ///< why the rest was left as it was; mostly empty
};

/// Merges what choose_merges() says, for whoever holds the index's lock and has published all there
/// is to publish. That it fails is no error, as nothing is lost but the merging. `on_merge` hears
/// how many segments are merged next.
MergeOutcome merge_where_too_many(Publisher& publisher,
                                  const std::function<void(std::size_t)>& on_merge,
                                  const std::atomic<bool>& stop);

}  // namespace news
