// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/source_state.hpp"
#include "indexer/build/supersede.hpp"
#include "news/index/directory.hpp"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace news {

struct PublishedCounts {
  std::uint64_t updated = 0;
  std::uint64_t dropped = 0;
  std::uint64_t repeated = 0;
  bool read_again = false;  ///< sources are forgotten because they have what was dropped elsewhere
  std::map<std::string, std::uint64_t> kept = {};  ///< see Supersession
};

struct PrunedCounts {
  std::uint64_t sources = 0;
  std::uint64_t articles = 0;
};

struct IndexSize {
  std::uint64_t articles = 0;
  std::uint64_t segments = 0;
  std::uint64_t bytes = 0;
};

struct SegmentSize {
  std::string name;
  std::uint64_t bytes = 0;
  bool has_gaps = false;  ///< articles were removed from it, if that is known
  bool is_worn = false;   ///< so that the room they left is worth taking back
};

/// Brings finished segments into an index, in steps each of which a crash may follow without loss
/// (docs/index-format.md, "Publishing"). Whoever has one holds the index's lock. Throws IndexError
/// and FileError.
class Publisher {
 public:
  explicit Publisher(const std::filesystem::path& index) : index_(index) {}

  const std::filesystem::path& folder() const { return index_.path(); }

  /// Throws IndexError if the folder holds other people's files and no index. Changes nothing, so
  /// it can be asked before the lock is taken.
  void require_place() const;

  /// Finishes what a killed run left: carries out its intent, removes its unfinished files.
  void recover();

  /// The same before a rebuild, which no damage stops: a stub that cannot be read and an intent
  /// that cannot be carried out stay as they are until publish_rebuilt puts new ones in their
  /// place.
  void recover_for_rebuild();

  /// Removes folders of segments that are no longer live. As long as the stub is missing or cannot
  /// be read, nobody knows which those are: then only what was not finished goes, and what this
  /// object kept aside.
  void remove_dead_segments();

  /// A name for a new segment that no folder has, and where to build it.
  std::string next_segment() const;
  std::filesystem::path unfinished_path(const std::string& name) const;

  /// Takes over a segment that was built at its unfinished path: finds what it replaces and
  /// publishes it; or, with `rebuild`, keeps it aside for publish_rebuilt.
  PublishedCounts take_segment(const std::string& name, const FinishedSources& finished,
                               bool rebuild);

  /// Puts the segments kept aside in the place of all that are live, whatever state those are in.
  void publish_rebuilt();

  /// Merges live segments that are neighbours into one that takes their place. If that fails, the
  /// index is as it was, and nothing of the merged segment is left. Throws Interrupted, too, when
  /// `stop` becomes true. What is merged is no longer known to be of this run: nothing may be taken
  /// over behind that.
  void merge(const std::vector<std::string>& segments, const std::atomic<bool>* stop);

  /// Publishes an index without segments where there is no index yet.
  void publish_if_new();

  /// Removes the articles of sources within `roots` that no longer exist.
  PrunedCounts prune(const std::vector<std::filesystem::path>& roots);

  /// What the live segments remember of sources.
  SourceCatalog catalog() const;

  /// All zero if the stub cannot be read, which only a rebuild lives to see.
  IndexSize size() const;

  /// The live segments, oldest first.
  std::vector<SegmentSize> segment_sizes() const;

 private:
  void replace(const std::vector<std::string>& segments, const std::string& merged);
  void discard(const std::string& name) noexcept;
  std::vector<OlderSegment> older_segments(bool rebuild) const;

  IndexDirectory index_;
  std::vector<std::string> rebuilt_;   ///< kept aside
  std::set<std::string> of_this_run_;  ///< published or kept aside
};

}  // namespace news
