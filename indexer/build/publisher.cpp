// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/publisher.hpp"

#include "indexer/build/intent.hpp"
#include "news/base/error.hpp"
#include "news/base/file.hpp"
#include "news/index/open.hpp"
#include "news/index/schema.hpp"

#include <algorithm>
#include <cerrno>
#include <map>
#include <system_error>

#include <sys/stat.h>

namespace news {

namespace fs = std::filesystem;

namespace {

/// Whether a file is surely not there, rather than out of reach for now.
bool is_gone(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

void rename_or_fail(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (error) throw FileError(to.string(), "cannot be put in place: " + error.message());
}

/// Removes articles from a segment that nobody reads yet.
void remove_articles(const fs::path& segment, const std::vector<Xapian::docid>& ids) {
  if (ids.empty()) return;
  try {
    Xapian::WritableDatabase database(segment.string(), Xapian::DB_OPEN);
    for (const Xapian::docid id : ids) database.delete_document(id);
    database.commit();
    database.close();
  } catch (const Xapian::Error& error) {
    throw IndexError(segment.string(), error.get_description());
  }
  sync_folder(segment);
}

}  // namespace

void Publisher::recover() {
  if (!index_.is_ours()) {
    throw IndexError(index_.path().string(), "holds other files and no index",
                     "Name a new folder, or one that news-index made.");
  }
  settle_intent(index_);
  remove_dead_segments();
}

void Publisher::remove_dead_segments() {
  const std::vector<std::string> live = index_.segments();
  std::vector<fs::path> dead;
  for (const auto& entry : fs::directory_iterator(index_.path())) {
    const std::string name = entry.path().filename().string();
    const bool segment = name.starts_with(schema::segment_name);
    if (segment && std::find(live.begin(), live.end(), name) == live.end()) {
      dead.push_back(entry.path());
    }
  }
  for (const fs::path& folder : dead) {
    std::error_code error;
    fs::remove_all(folder, error);
    if (error) throw FileError(folder.string(), "cannot be removed: " + error.message());
  }
}

std::string Publisher::next_segment() const {
  std::vector<std::string> taken = index_.segments();
  taken.insert(taken.end(), rebuilt_.begin(), rebuilt_.end());
  return IndexDirectory::next_segment(taken);
}

fs::path Publisher::unfinished_path(const std::string& name) const {
  fs::path path = index_.segment_path(name);
  return path += schema::unfinished_suffix;
}

PublishedCounts Publisher::take_segment(const std::string& name,
                                        const std::vector<std::string>& finished, bool rebuild) {
  const fs::path place = index_.segment_path(name);
  rename_or_fail(unfinished_path(name), place);
  Supersession found =
      find_superseded(open_segment(index_, name), older_segments(rebuild), finished);
  const PublishedCounts counts{found.updated, found.dropped, found.repeated.size()};
  remove_articles(place, found.repeated);
  of_this_run_.insert(name);
  if (rebuild) {
    for (const auto& [segment, ids] : found.deletions) {
      remove_articles(index_.segment_path(segment), ids);
    }
    rebuilt_.push_back(name);
  } else {
    write_intent(index_, {.published_segment = name,
                          .deletions = std::move(found.deletions),
                          .forgotten_sources = {}});
    std::vector<std::string> live = index_.segments();
    live.push_back(name);
    index_.publish(live);
    settle_intent(index_);
  }
  return counts;
}

void Publisher::publish_rebuilt() {
  index_.publish(rebuilt_);
  rebuilt_.clear();
}

void Publisher::replace_all(const std::string& name) {
  rename_or_fail(unfinished_path(name), index_.segment_path(name));
  index_.publish({name});
}

void Publisher::publish_if_new() {
  if (!index_.exists()) index_.publish({});
}

PrunedCounts Publisher::prune(const std::vector<fs::path>& roots) {
  PrunedCounts counts;
  Intent intent;
  const SourceCatalog known = catalog();
  for (const fs::path& root : roots) {
    for (const std::string& path : known.paths_within(root.string())) {
      if (is_gone(path)) intent.forgotten_sources.push_back(path);
    }
  }
  for (const OlderSegment& segment : older_segments(/*rebuild=*/false)) {
    for (const std::string& path : intent.forgotten_sources) {
      const std::string term = schema::term(schema::source, path);
      std::vector<Xapian::docid>& ids = intent.deletions[segment.name];
      ids.insert(ids.end(), segment.database.postlist_begin(term),
                 segment.database.postlist_end(term));
    }
  }
  std::erase_if(intent.deletions, [](const auto& entry) { return entry.second.empty(); });
  counts.sources = intent.forgotten_sources.size();
  for (const auto& [segment, ids] : intent.deletions) counts.articles += ids.size();
  write_intent(index_, intent);
  settle_intent(index_);
  return counts;
}

SourceCatalog Publisher::catalog() const {
  std::vector<Xapian::Database> segments;
  for (const std::string& name : index_.segments()) segments.push_back(open_segment(index_, name));
  return SourceCatalog(std::move(segments));
}

IndexSize Publisher::size() const {
  IndexSize size;
  for (const std::string& name : index_.segments()) {
    size.articles += open_segment(index_, name).get_doccount();
    ++size.segments;
    for (const auto& file : fs::directory_iterator(index_.segment_path(name))) {
      size.bytes += file.file_size();
    }
  }
  return size;
}

std::vector<OlderSegment> Publisher::older_segments(bool rebuild) const {
  std::vector<OlderSegment> segments;
  for (const std::string& name : rebuild ? rebuilt_ : index_.segments()) {
    segments.push_back({name, open_segment(index_, name), of_this_run_.count(name) != 0});
  }
  return segments;
}

}  // namespace news
