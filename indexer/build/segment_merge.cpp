// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/segment_merge.hpp"

#include "indexer/build/segment_record.hpp"
#include "indexer/build/source_state.hpp"
#include "news/base/error.hpp"
#include "news/base/file.hpp"
#include "news/base/open_files.hpp"
#include "news/index/open.hpp"
#include "news/index/schema.hpp"

#include <algorithm>
#include <cerrno>
#include <set>
#include <string_view>

#include <fmt/format.h>
#include <xapian.h>

namespace news {

namespace {

namespace fs = std::filesystem;

/// How many segments can be open at once: each takes a file for every table that it has.
std::size_t most_at_once() {
  constexpr std::size_t files_of_others = 48;
  constexpr std::size_t files_of_segment = 6;
  constexpr std::size_t enough = 256;
  const std::size_t files = std::max(open_file_limit(), files_of_others) - files_of_others;
  return std::clamp(files / files_of_segment, std::size_t{2}, enough);
}

using Databases = std::vector<Xapian::Database>;

/// Decides between segments that have the same metadata, and ends the work when it is to stop.
class Merger : public Xapian::Compactor {
 public:
  /// `parts`: what is merged, oldest first.
  Merger(const Databases& parts, const std::atomic<bool>* stop) : parts_(parts), stop_(stop) {}

  void set_status(const std::string& /*table*/, const std::string& /*status*/) override {
    if (stop_ != nullptr && *stop_) {
      throw Interrupted("", "interrupted; the segments are as they were");
    }
  }

  std::string resolve_duplicate_metadata(const std::string& key, std::size_t count,
                                         const std::string values[]) override {
    // In glass tables Xapian's own prefix for metadata stands before the key.
    constexpr std::string_view glass_prefix("\0\xC0", 2);
    const std::string name = key.starts_with(glass_prefix) ? key.substr(glass_prefix.size()) : key;
    if (name.starts_with(schema::shadow_key)) {
      std::set<std::string> paths;
      for (std::size_t i = 0; i < count; ++i) paths.merge(paths_from_metadata(values[i]));
      return to_metadata(paths);
    }
    if (name.starts_with(schema::dictionary_key_prefix)) require_same(values, count);
    return newest(name);
  }

 private:
  /// A dictionary's number is made from its content. Should two have the same one all the same, the
  /// articles of one could not be read any more.
  static void require_same(const std::string values[], std::size_t count) {
    if (std::all_of(values, values + count, [&](const auto& v) { return v == values[0]; })) return;
    throw IndexError("", "two dictionaries have the same number, so segments stay apart",
                     std::string(repair_remedy));
  }

  /// Xapian gives the values in no particular order, so the segments are asked again.
  std::string newest(const std::string& name) const {
    for (auto part = parts_.rbegin(); part != parts_.rend(); ++part) {
      std::string value = part->get_metadata(name);
      if (!value.empty()) return value;
    }
    return {};
  }

  const Databases& parts_;
  const std::atomic<bool>* stop_;
};

/// Merges segments that can all be open at once.
void merge_at_once(const std::vector<fs::path>& parts, const fs::path& target,
                   const std::atomic<bool>* stop) {
  Databases open;
  open.reserve(parts.size());
  for (const fs::path& part : parts) {
    open.push_back(open_segment(IndexDirectory(part.parent_path()), part.filename().string()));
  }
  try {
    Xapian::Database all;
    for (const Xapian::Database& part : open) all.add_database(part);
    Merger merger(open, stop);
    all.compact(target.string(), Xapian::DBCOMPACT_MULTIPASS, 0, merger);
  } catch (const Xapian::Error& error) {
    throw index_error(target.parent_path(), error, "segments cannot be merged: ",
                      "Free some disk space if there is none; the index is as it was.");
  }
}

/// Merges as many neighbours at a time as can be open into segments in `folder`, and returns those.
std::vector<fs::path> merge_groups(const std::vector<fs::path>& parts, std::size_t group_size,
                                   const fs::path& folder, const std::atomic<bool>* stop) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    throw FileError(folder.string(), "cannot be created: " + error.message(),
                    system_remedy(error.value()));
  }
  std::vector<fs::path> merged;
  for (auto begin = parts.begin(); begin != parts.end();) {
    const auto left = static_cast<std::size_t>(parts.end() - begin);
    const auto end = begin + static_cast<std::ptrdiff_t>(std::min(group_size, left));
    merged.push_back(folder / std::to_string(merged.size()));
    merge_at_once({begin, end}, merged.back(), stop);
    begin = end;
  }
  return merged;
}

bool is_damaged(const fs::path& segment) {
  try {
    return Xapian::Database::check(segment.string()) != 0;
  } catch (const Xapian::Error&) {
    return true;
  }
}

/// Merging copies most damage without a word, and what it was made from is removed then: only a
/// whole segment may take the place of others.
void require_whole(const fs::path& merged, const std::vector<fs::path>& parts) {
  if (!is_damaged(merged)) return;
  const auto damaged = std::find_if(parts.begin(), parts.end(), is_damaged);
  throw IndexError(damaged == parts.end() ? merged.parent_path() : *damaged,
                   "is damaged and cannot be merged", std::string(repair_remedy));
}

/// The merged segment gets checksums of its own: damage that they would hide is found before.
void require_as_written(const fs::path& segment) {
  const std::vector<std::string> changed = changed_files(segment);
  if (changed.empty()) return;
  throw IndexError(segment.string(), "is damaged and cannot be merged: " + changed.front(),
                   std::string(repair_remedy));
}

}  // namespace

void require_room(const fs::path& folder, std::uint64_t bytes) {
  std::error_code error;
  const fs::space_info space = fs::space(folder, error);
  if (error || space.available >= bytes) return;
  throw FileError(folder.string(),
                  fmt::format("merging takes {} MB of disk space and there are {} MB",
                              bytes / 1'000'000 + 1, space.available / 1'000'000),
                  system_remedy(ENOSPC));
}

void merge_segments(const IndexDirectory& index, const std::vector<std::string>& segments,
                    const fs::path& target, const std::atomic<bool>* stop) {
  std::vector<fs::path> originals;
  originals.reserve(segments.size());
  for (const std::string& name : segments) originals.push_back(index.segment_path(name));
  for (const fs::path& part : originals) require_as_written(part);
  std::vector<fs::path> parts = originals;
  const std::size_t group_size = most_at_once();
  fs::path scratch;
  for (int level = 1; parts.size() > group_size; ++level) {
    const fs::path last = scratch;
    scratch = target / fmt::format("level-{}", level);
    parts = merge_groups(parts, group_size, scratch, stop);
    if (!last.empty()) fs::remove_all(last);
  }
  merge_at_once(parts, target, stop);
  if (!scratch.empty()) fs::remove_all(scratch);
  require_whole(target, originals);
  record_segment(target);
  sync_folder(target);
}

}  // namespace news
