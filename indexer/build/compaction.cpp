// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/compaction.hpp"

#include "indexer/build/index_lock.hpp"
#include "indexer/build/publisher.hpp"
#include "indexer/build/source_state.hpp"
#include "news/base/error.hpp"
#include "news/base/file.hpp"
#include "news/index/open.hpp"
#include "news/index/schema.hpp"

#include <set>
#include <string>

#include <xapian.h>

namespace news {

namespace {

/// Where several segments remember the same source, the newest is right; of what they know of other
/// versions of an article, all is.
class NewestMetadata : public Xapian::Compactor {
 public:
  std::string resolve_duplicate_metadata(const std::string& key, std::size_t count,
                                         const std::string values[]) override {
    // Xapian's own prefix for metadata, two bytes in its glass tables, may stand before the key.
    constexpr std::size_t longest_prefix = 2;
    if (key.find(schema::shadow_key) <= longest_prefix) {
      std::set<std::string> paths;
      for (std::size_t i = 0; i < count; ++i) paths.merge(paths_from_metadata(values[i]));
      return to_metadata(paths);
    }
    return values[count - 1];
  }
};

}  // namespace

std::size_t compact_index(const std::filesystem::path& folder, std::chrono::seconds patience,
                          const std::atomic<bool>* stop) {
  const IndexDirectory index(folder);
  require_index(index);
  const FileLock lock = lock_index(folder, patience, stop);
  Publisher publisher(folder);
  publisher.recover();
  const std::vector<std::string> live = index.segments();
  if (live.size() < 2) return 0;
  const std::string name = publisher.next_segment();
  const std::filesystem::path target = publisher.unfinished_path(name);
  try {
    Xapian::Database all;
    for (const std::string& segment : live) all.add_database(open_segment(index, segment));
    NewestMetadata newest;
    all.compact(target.string(), 0, 0, newest);
  } catch (const Xapian::Error& error) {
    throw IndexError(target.string(), "segments cannot be merged: " + error.get_description(),
                     "Free some disk space if there is none; the index is as it was.");
  }
  sync_folder(target);
  publisher.replace_all(name);
  publisher.remove_dead_segments();
  return live.size();
}

}  // namespace news
