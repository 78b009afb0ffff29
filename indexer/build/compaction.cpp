// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/compaction.hpp"

#include "indexer/build/index_lock.hpp"
#include "indexer/build/merge_policy.hpp"
#include "indexer/build/segment_merge.hpp"
#include "news/base/error.hpp"
#include "news/index/open.hpp"

#include <exception>
#include <string>
#include <vector>

namespace news {

std::size_t compact_index(const std::filesystem::path& folder, std::chrono::seconds patience,
                          const std::atomic<bool>* stop) {
  const IndexDirectory index(folder);
  require_index(index);
  const FileLock lock = lock_index(folder, patience, stop);
  Publisher publisher(folder);
  publisher.recover();
  const std::vector<std::string> live = index.segments();
  if (live.empty()) return 0;
  if (live.size() == 1 && !publisher.segment_sizes().front().has_gaps) return 0;
  publisher.merge(live, stop);
  return live.size();
}

MergeOutcome merge_where_too_many(Publisher& publisher,
                                  const std::function<void(std::size_t)>& on_merge,
                                  const std::atomic<bool>& stop) {
  MergeOutcome outcome;
  try {
    const std::vector<SegmentSize> segments = publisher.segment_sizes();
    std::vector<std::uint64_t> sizes;
    std::vector<bool> worn;
    for (const SegmentSize& segment : segments) {
      sizes.push_back(segment.bytes);
      worn.push_back(segment.is_worn);
    }
    for (const SegmentRange& range : choose_merges(sizes, worn)) {
      std::vector<std::string> names;
      std::uint64_t bytes = 0;
      for (std::size_t i = range.begin; i < range.end; ++i) {
        names.push_back(segments[i].name);
        bytes += segments[i].bytes;
      }
      // Rather than to fill the disk in every run and fail then.
      require_room(publisher.folder(), bytes);
      on_merge(names.size());
      publisher.merge(names, &stop);
      outcome.merged += names.size();
    }
  } catch (const Interrupted&) {
    outcome.interrupted = true;
  } catch (const std::exception& error) {
    outcome.failure = error.what();
  }
  return outcome;
}

}  // namespace news
