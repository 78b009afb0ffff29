// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// What helps when something of an index is damaged.
inline constexpr std::string_view repair_remedy =
    "Bring the index to its last whole state: news-index --repair.";

/// The folder of an index: complete Xapian databases, the segments, and a stub file that names the
/// live ones, so that Xapian opens the folder as one database.
///
///   news.idx/
///     XAPIANDB          a checksum, and one line "auto segment-000001" a live segment; replaced by
///                       rename
///     segment-000001/   a glass database
///     lock              held while a process writes
///     intent            deletions that belong to the last publication; see docs/index-format.md
///
/// This class knows names and the stub; it holds nothing open and takes no lock.
class IndexDirectory {
 public:
  explicit IndexDirectory(std::filesystem::path path) : path_(std::move(path)) {}

  const std::filesystem::path& path() const { return path_; }

  /// Whether anything was ever published here.
  bool exists() const;

  /// Whether the folder is an index, or has nothing in it that an index has not: one may be made in
  /// it without touching anything else.
  bool is_ours() const;

  /// The names of the folders of segments that lie here: live, left over and unfinished ones.
  std::vector<std::string> segment_folders() const;

  /// The live segments, oldest first; empty if there is no index. Throws IndexError if the stub is
  /// not one of ours, or damaged.
  std::vector<std::string> segments() const;

  /// Whether the stub has a checksum: one that was changed by hand need not.
  bool is_sealed() const;

  std::filesystem::path segment_path(const std::string& name) const { return path_ / name; }

  /// Makes exactly these segments the live ones, in one step that is on disk when this returns.
  void publish(const std::vector<std::string>& segments) const;

  /// A name that is higher than all of `taken`: live segments or folders of segments.
  static std::string next_segment(const std::vector<std::string>& taken);

 private:
  std::filesystem::path path_;
};

}  // namespace news
