// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace news {

/// What an index remembers of a source that it has read to the end, so that the next run can tell
/// whether it changed.
struct SourceState {
  /// A size that no source has: it is read again, whatever it is like now.
  static constexpr std::uint64_t to_be_read_again = std::numeric_limits<std::uint64_t>::max();

  std::string path;
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;
  std::string content_hash;    ///< Hasher digest of its bytes; empty if it was not recognized
  std::uint64_t articles = 0;  ///< in the index from it
  std::uint64_t unreadable = 0;
  std::uint64_t passed_over = 0;  ///< records without news
  /// It is damaged, or unpacks to more than was allowed: `articles` are those that could be read
  /// and those that it had before, of which nobody knows whether it still has them.
  bool partial = false;

  friend bool operator==(const SourceState&, const SourceState&) = default;
};

/// The metadata value of a state, and back; nothing for what is none.
std::string to_metadata(const SourceState& state);
std::optional<SourceState> from_metadata(std::string_view value);

/// The states of all sources in an index, looked up in its segments, newest first.
class SourceCatalog {
 public:
  /// `segments`: oldest first.
  explicit SourceCatalog(std::vector<Xapian::Database> segments);

  std::optional<SourceState> find(std::string_view path) const;

  /// The paths of all sources that lie in `folder` or are it.
  std::vector<std::string> paths_within(std::string_view folder) const;

 private:
  std::vector<Xapian::Database> segments_;
};

/// Paths of sources, to be kept as one value of metadata, and back.
std::string to_metadata(const std::set<std::string>& paths);
std::set<std::string> paths_from_metadata(std::string_view value);

}  // namespace news
