// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/publisher.hpp"

#include "indexer/build/intent.hpp"
#include "indexer/build/merge_policy.hpp"
#include "indexer/build/segment_merge.hpp"
#include "indexer/build/segment_record.hpp"
#include "indexer/build/source_state.hpp"
#include "news/base/error.hpp"
#include "news/base/file.hpp"
#include "news/index/open.hpp"
#include "news/index/schema.hpp"

#include <algorithm>
#include <cerrno>
#include <map>
#include <optional>
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

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// The live segments; nothing if the stub that names them is missing or cannot be read.
std::optional<std::vector<std::string>> known_segments(const IndexDirectory& index) {
  if (!index.exists()) return std::nullopt;
  try {
    return index.segments();
  } catch (const IndexError&) {
    return std::nullopt;
  }
}

void rename_or_fail(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (error) throw FileError(to.string(), "cannot be put in place: " + error.message());
}

/// Changes a segment that nobody reads yet.
template <typename Change>
void change_unread(const fs::path& segment, Change change) {
  try {
    Xapian::WritableDatabase database(segment.string(), Xapian::DB_OPEN);
    change(database);
    database.commit();
    database.close();
  } catch (const Xapian::Error& error) {
    throw index_error(segment, error);
  }
  sync_folder(segment);
}

void remove_articles(const fs::path& segment, const std::vector<Xapian::docid>& ids) {
  begin_change(segment);
  change_unread(segment, [&ids](Xapian::WritableDatabase& database) {
    for (const Xapian::docid id : ids) database.delete_document(id);
  });
  end_change(segment);
}

/// Counts the articles that stay of a source to those that a segment has of it.
void remember_kept(Xapian::WritableDatabase& segment, const std::string& path,
                   std::uint64_t articles) {
  const std::string key = schema::source_state_key(path);
  auto state = from_metadata(segment.get_metadata(key));
  if (!state) return;
  state->articles += articles;
  segment.set_metadata(key, to_metadata(*state));
}

/// What a segment is to forget of articles that are in several sources, and to remember of them and
/// of sources that could only be read in part.
void settle_versions(const fs::path& segment, const Supersession& found) {
  if (found.repeated.empty() && found.shadowed.empty() && found.kept.empty()) return;
  change_unread(segment, [&found](Xapian::WritableDatabase& database) {
    for (const Xapian::docid id : found.repeated) database.delete_document(id);
    for (const auto& [identity, paths] : found.shadowed) {
      database.set_metadata(std::string(schema::shadow_key) + identity, to_metadata(paths));
    }
    for (const auto& [path, articles] : found.kept) remember_kept(database, path, articles);
  });
}

std::uint64_t count(const SegmentDocuments& documents) {
  std::uint64_t sum = 0;
  for (const auto& [segment, ids] : documents) sum += ids.size();
  return sum;
}

SegmentDocuments merged(SegmentDocuments a, const SegmentDocuments& b) {
  for (const auto& [segment, ids] : b) a[segment].insert(a[segment].end(), ids.begin(), ids.end());
  return a;
}

/// The sources that have other versions of articles that vanish; they are to be read again.
std::vector<std::string> shadowed_sources(const SegmentDocuments& vanished,
                                          const std::vector<OlderSegment>& segments) {
  std::set<std::string> paths;
  for (const OlderSegment& segment : segments) {
    const auto found = vanished.find(segment.name);
    if (found == vanished.end()) continue;
    for (const Xapian::docid id : found->second) {
      const std::string identity =
          segment.database.get_document(id).get_value(schema::identity_slot);
      for (const OlderSegment& other : segments) {
        paths.merge(paths_from_metadata(
            other.database.get_metadata(std::string(schema::shadow_key) + identity)));
      }
    }
  }
  return {paths.begin(), paths.end()};
}

}  // namespace

void Publisher::require_place() const {
  if (index_.is_ours()) return;
  throw IndexError(index_.path().string(), "holds other files and no index",
                   "Name a new folder, or one that news-index made.");
}

void Publisher::recover() {
  require_place();
  settle_intent(index_);
  remove_dead_segments();
}

void Publisher::recover_for_rebuild() {
  require_place();
  try {
    settle_intent(index_);
  } catch (const IndexError&) {
    // The intent or the stub is damaged; both are about what the rebuilt segments will replace.
  }
  remove_dead_segments();
}

void Publisher::remove_dead_segments() {
  const auto live = known_segments(index_);
  for (const std::string& name : index_.segment_folders()) {
    const bool dead = live ? !contains(*live, name)
                           : name.ends_with(schema::unfinished_suffix) || contains(rebuilt_, name);
    if (!dead) continue;
    const fs::path folder = index_.segment_path(name);
    std::error_code error;
    fs::remove_all(folder, error);
    if (error) throw FileError(folder.string(), "cannot be removed: " + error.message());
  }
}

std::string Publisher::next_segment() const {
  // The folders, too: a stub that cannot be read does not say which are live.
  std::vector<std::string> taken = index_.segment_folders();
  if (const auto live = known_segments(index_)) {
    taken.insert(taken.end(), live->begin(), live->end());
  }
  return IndexDirectory::next_segment(taken);
}

fs::path Publisher::unfinished_path(const std::string& name) const {
  fs::path path = index_.segment_path(name);
  return path += schema::unfinished_suffix;
}

PublishedCounts Publisher::take_segment(const std::string& name, const FinishedSources& finished,
                                        bool rebuild) {
  const fs::path place = index_.segment_path(name);
  rename_or_fail(unfinished_path(name), place);
  const std::vector<OlderSegment> older = older_segments(rebuild);
  const Supersession found = find_superseded(open_segment(index_, name), older, finished);
  settle_versions(place, found);
  record_segment(place);
  of_this_run_.insert(name);
  PublishedCounts counts{.updated = found.updated,
                         .dropped = count(found.dropped),
                         .repeated = found.repeated.size(),
                         .kept = found.kept};
  if (rebuild) {
    for (const auto& [segment, ids] : found.replaced) {
      remove_articles(index_.segment_path(segment), ids);
    }
    rebuilt_.push_back(name);
    return counts;
  }
  const std::vector<std::string> forgotten = shadowed_sources(found.dropped, older);
  counts.read_again = !forgotten.empty();
  write_intent(index_, {.published_segment = name,
                        .deletions = merged(found.replaced, found.dropped),
                        .forgotten_sources = forgotten});
  std::vector<std::string> live = index_.segments();
  live.push_back(name);
  index_.publish(live);
  settle_intent(index_);
  return counts;
}

void Publisher::publish_rebuilt() {
  index_.publish(rebuilt_);
  rebuilt_.clear();
  remove_file(index_.path() / schema::intent_file);
}

void Publisher::merge(const std::vector<std::string>& segments, const std::atomic<bool>* stop) {
  settle_intent(index_);  // it names documents by numbers, which merging changes
  const std::string name = next_segment();
  try {
    merge_segments(index_, segments, unfinished_path(name), stop);
    rename_or_fail(unfinished_path(name), index_.segment_path(name));
    replace(segments, name);
  } catch (...) {
    discard(name);
    throw;
  }
  remove_dead_segments();
}

void Publisher::replace(const std::vector<std::string>& segments, const std::string& merged) {
  std::vector<std::string> live = index_.segments();
  const auto begin = std::search(live.begin(), live.end(), segments.begin(), segments.end());
  const auto behind = live.erase(begin, begin + static_cast<std::ptrdiff_t>(segments.size()));
  live.insert(behind, merged);
  index_.publish(live);
}

/// Removes what there is of a segment, unless it went live after all.
void Publisher::discard(const std::string& name) noexcept {
  std::error_code ignored;
  fs::remove_all(unfinished_path(name), ignored);
  const auto live = known_segments(index_);
  if (live && !contains(*live, name)) fs::remove_all(index_.segment_path(name), ignored);
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
  counts.sources = intent.forgotten_sources.size();
  const std::vector<OlderSegment> segments = older_segments(/*rebuild=*/false);
  for (const OlderSegment& segment : segments) {
    std::vector<Xapian::docid> ids;
    for (const std::string& path : intent.forgotten_sources) {
      const std::string term = schema::term(schema::source, path);
      ids.insert(ids.end(), segment.database.postlist_begin(term),
                 segment.database.postlist_end(term));
    }
    if (!ids.empty()) intent.deletions[segment.name] = std::move(ids);
  }
  counts.articles = count(intent.deletions);
  const std::vector<std::string> shadowed = shadowed_sources(intent.deletions, segments);
  intent.forgotten_sources.insert(intent.forgotten_sources.end(), shadowed.begin(), shadowed.end());
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
  if (!known_segments(index_)) return size;
  for (const SegmentSize& segment : segment_sizes()) {
    size.articles += open_segment(index_, segment.name).get_doccount();
    ++size.segments;
    size.bytes += segment.bytes;
  }
  return size;
}

std::vector<SegmentSize> Publisher::segment_sizes() const {
  std::vector<SegmentSize> sizes;
  for (const std::string& name : index_.segments()) {
    SegmentSize& size = sizes.emplace_back(SegmentSize{.name = name});
    const fs::path folder = index_.segment_path(name);
    for (const auto& file : fs::directory_iterator(folder)) size.bytes += file.file_size();
    const auto record = read_segment_record(folder);
    if (!record) continue;
    const std::uint64_t articles = open_segment(index_, name).get_doccount();
    size.has_gaps = articles < record->articles_when_made;
    size.is_worn = is_worn({.bytes = size.bytes,
                            .bytes_when_made = record->bytes_when_made,
                            .articles = articles,
                            .articles_when_made = record->articles_when_made});
  }
  return sizes;
}

std::vector<OlderSegment> Publisher::older_segments(bool rebuild) const {
  std::vector<OlderSegment> segments;
  for (const std::string& name : rebuild ? rebuilt_ : index_.segments()) {
    segments.push_back({name, open_segment(index_, name), of_this_run_.contains(name)});
  }
  return segments;
}

}  // namespace news
