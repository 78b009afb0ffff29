// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/repair.hpp"

#include "indexer/build/apart.hpp"
#include "indexer/build/index_lock.hpp"
#include "indexer/build/intent.hpp"
#include "indexer/build/publisher.hpp"
#include "indexer/build/segment_check.hpp"
#include "indexer/build/segment_record.hpp"
#include "indexer/build/source_state.hpp"
#include "news/base/ascii.hpp"
#include "news/base/error.hpp"
#include "news/base/file.hpp"
#include "news/base/seal.hpp"
#include "news/index/directory.hpp"
#include "news/index/open.hpp"
#include "news/index/schema.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <system_error>

#include <fmt/format.h>
#include <xapian.h>

namespace news {

namespace {

namespace fs = std::filesystem;

using Names = std::vector<std::string>;

std::string stub_text(const Names& segments) {
  std::string text;
  for (const std::string& name : segments) text += fmt::format("{}{}\n", schema::stub_line, name);
  return text;
}

/// The complete segments that lie in the folder, by their numbers.
Names complete_folders(const IndexDirectory& index) {
  Names names = index.segment_folders();
  std::erase_if(names, [](const auto& name) { return name.ends_with(schema::unfinished_suffix); });
  std::sort(names.begin(), names.end());
  return names;
}

/// The lines of a damaged stub that name a segment which is there.
Names names_in(std::string_view stub, const Names& folders) {
  Names names;
  std::istringstream lines{std::string(stub)};
  for (std::string line; std::getline(lines, line);) {
    const std::string_view text = ascii::trim(line);
    if (!text.starts_with(schema::stub_line)) continue;
    const std::string name(text.substr(schema::stub_line.size()));
    const bool there = std::find(folders.begin(), folders.end(), name) != folders.end();
    if (there && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

struct LiveSegments {
  Names names;           ///< oldest first
  bool guessed = false;  ///< some may not have been live, and their order may be another
};

/// Which segments a damaged stub named. A stub with one thing wrong mostly still says it: either
/// its lines are whole, and name all there is, or its checksum fits to the names that must have
/// been there.
LiveSegments read_damaged_stub(const IndexDirectory& index) {
  const Names folders = complete_folders(index);
  const std::string stub = read_file(index.path() / schema::stub_file).value_or("");
  Names named = names_in(stub, folders);
  Names sorted = named;
  std::sort(sorted.begin(), sorted.end());
  if (!named.empty() && sorted == folders) return {named, false};
  const std::string_view first_line = std::string_view(stub).substr(0, stub.find('\n'));
  for (const Names& candidate : {named, folders}) {
    if (sealed(stub_text(candidate)).starts_with(std::string(first_line) + "\n")) {
      return {candidate, false};
    }
  }
  return {folders, true};
}

/// The paths that a segment has articles of or remembers. For a damaged one, as far as it goes.
std::set<std::string> sources_in(const Xapian::Database& segment) {
  std::set<std::string> paths;
  const std::string states(schema::source_key);
  for (auto key = segment.metadata_keys_begin(states); key != segment.metadata_keys_end(states);
       ++key) {
    const auto state = from_metadata(segment.get_metadata(*key));
    if (state) paths.insert(state->path);
  }
  // A path that is too long for a term ends in a hash; only its state has the whole.
  const std::string prefix(schema::source);
  for (auto term = segment.allterms_begin(prefix); term != segment.allterms_end(prefix); ++term) {
    const std::string path = (*term).substr(prefix.size());
    if (path.starts_with('/') && (*term).size() < schema::max_term_bytes) paths.insert(path);
  }
  return paths;
}

/// The same of a damaged segment, apart.
std::optional<std::set<std::string>> sources_in_damaged(const fs::path& segment) {
  const ApartResult result = do_apart(
      [&] { return to_metadata(sources_in(Xapian::Database(segment.string()))); }, ApartLimits{});
  if (!result.output) return std::nullopt;
  return paths_from_metadata(*result.output);
}

class Repair {
 public:
  explicit Repair(const fs::path& folder) : index_(folder), publisher_(folder) {}

  RepairOutcome run() {
    const LiveSegments live = find_live();
    for (const std::string& name : live.names) examine(name);
    const bool doubled = !settle();
    open_whole();
    if (live.guessed) {
      read_again_if([](const SourceState&, std::uint64_t) { return true; });
    } else if (!outcome_.left_out.empty()) {
      read_again_if([](const SourceState& state, std::uint64_t articles) {
        return articles < state.articles;
      });
    }
    if (doubled && !whole_.empty()) read_newest_again();
    databases_.clear();
    if (!outcome_.nothing_to_do()) index_.publish(whole_);
    for (auto& left_out : outcome_.left_out) set_aside(left_out);
    publisher_.remove_dead_segments();
    const IndexSize size = publisher_.size();
    outcome_.articles = size.articles;
    outcome_.segments = size.segments;
    outcome_.to_read_again = {to_read_again_.begin(), to_read_again_.end()};
    return std::move(outcome_);
  }

 private:
  LiveSegments find_live() {
    try {
      const Names named = index_.segments();
      const bool sealed = index_.is_sealed();
      if (sealed || !named.empty()) {
        if (!sealed) outcome_.renewed.emplace_back(schema::stub_file);
        return {named, false};
      }
    } catch (const IndexError&) {
      // It is not as it was written.
    }
    outcome_.renewed.emplace_back(schema::stub_file);
    return read_damaged_stub(index_);
  }

  /// Sorts a segment into those that stay and those that are left out.
  void examine(const std::string& name) {
    const fs::path folder = index_.segment_path(name);
    const SegmentCheck check = check_segment(folder);
    if (check.damage.empty()) {
      whole_.push_back(name);
      if (check.record.empty()) return;
      record_segment(folder);
      outcome_.renewed.push_back(fmt::format("{}/{}", name, schema::record_file));
      return;
    }
    outcome_.left_out.push_back({name, check.damage.front(), {}});
    const auto sources = sources_in_damaged(folder);
    if (sources) to_read_again_.insert(sources->begin(), sources->end());
    outcome_.may_lack_sources |= !sources;
  }

  /// Finishes a publication. False if it cannot be finished: old and new versions may be in the
  /// index side by side.
  bool settle() {
    try {
      settle_intent(index_, whole_);
      return true;
    } catch (const IndexError&) {
      remove_file(index_.path() / schema::intent_file);
      outcome_.renewed.emplace_back(schema::intent_file);
      return false;
    }
  }

  void open_whole() {
    for (const std::string& name : whole_) databases_.push_back(open_segment(index_, name));
  }

  std::uint64_t articles_of(const std::string& path) const {
    const std::string term = schema::term(schema::source, path);
    std::uint64_t count = 0;
    for (const Xapian::Database& segment : databases_) count += segment.get_termfreq(term);
    return count;
  }

  /// Marks the sources for which `choose` says so, given their state and how many articles of them
  /// the index has.
  template <typename Choose>
  void read_again_if(Choose choose) {
    const SourceCatalog catalog(databases_);
    std::set<std::string> chosen;
    for (const std::string& path : catalog.paths_within("/")) {
      const auto state = catalog.find(path);
      if (state && choose(*state, articles_of(path))) chosen.insert(path);
    }
    mark(chosen);
  }

  void read_newest_again() { mark(sources_in(databases_.back())); }

  void mark(const std::set<std::string>& paths) {
    for (std::size_t i = 0; i < whole_.size(); ++i) {
      std::map<std::string, SourceState> states;
      for (const std::string& path : paths) {
        const auto state =
            from_metadata(databases_[i].get_metadata(schema::source_state_key(path)));
        if (state && state->path == path) states[path] = *state;
      }
      if (states.empty()) continue;
      const fs::path folder = index_.segment_path(whole_[i]);
      begin_change(folder);
      try {
        Xapian::WritableDatabase segment(folder.string(), Xapian::DB_OPEN);
        for (auto& [path, state] : states) {
          state.size = SourceState::to_be_read_again;
          segment.set_metadata(schema::source_state_key(path), to_metadata(state));
        }
        segment.commit();
      } catch (const Xapian::Error& error) {
        throw index_error(folder, error, "sources cannot be marked: ");
      }
      end_change(folder);
      databases_[i] = open_segment(index_, whole_[i]);
    }
    to_read_again_.insert(paths.begin(), paths.end());
  }

  /// What is left of a damaged segment may be worth a look, and is never taken for a live one.
  void set_aside(RepairOutcome::LeftOut& left_out) {
    const fs::path folder = index_.segment_path(left_out.segment);
    std::error_code error;
    if (!fs::exists(folder, error)) return;
    left_out.kept_as = left_out.segment + std::string(schema::damaged_suffix);
    const fs::path aside = index_.path() / left_out.kept_as;
    fs::remove_all(aside, error);
    fs::rename(folder, aside, error);
    if (error) {
      throw FileError(folder.string(), "cannot be set aside: " + error.message(),
                      system_remedy(error.value()));
    }
    sync_directory(index_.path());
  }

  IndexDirectory index_;
  Publisher publisher_;
  RepairOutcome outcome_;
  Names whole_;                              ///< oldest first
  std::vector<Xapian::Database> databases_;  ///< of whole_
  std::set<std::string> to_read_again_;
};

}  // namespace

RepairOutcome repair_index(const fs::path& folder, std::chrono::seconds patience,
                           const std::atomic<bool>* stop) {
  const IndexDirectory index(folder);
  std::error_code error;
  const bool nothing = !fs::is_directory(folder, error) || index.segment_folders().empty();
  if (nothing || !index.is_ours()) require_index(index);
  const FileLock lock = lock_index(folder, patience, stop);
  return Repair(folder).run();
}

}  // namespace news
