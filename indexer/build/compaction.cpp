// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/compaction.hpp"

#include "indexer/build/index_lock.hpp"
#include "indexer/build/publisher.hpp"
#include "news/base/error.hpp"
#include "news/base/file.hpp"
#include "news/index/open.hpp"

#include <xapian.h>

namespace news {

namespace {

/// Where several segments remember the same source, the newest is right.
class NewestMetadata : public Xapian::Compactor {
 public:
  std::string resolve_duplicate_metadata(const std::string& /*key*/, std::size_t count,
                                         const std::string values[]) override {
    return values[count - 1];
  }
};

}  // namespace

std::size_t compact_index(const std::filesystem::path& folder, std::chrono::seconds patience) {
  const FileLock lock = lock_index(folder, patience);
  Publisher publisher(folder);
  publisher.recover();
  const IndexDirectory index(folder);
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
