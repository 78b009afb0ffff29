// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/article.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_set>
#include <variant>
#include <vector>

namespace news {

/// A file to read, as it was when it was met.
struct SourceFile {
  std::string path;  ///< absolute, without links; or "-"
  std::string name;  ///< relative to the folder that was asked for; or the file's own name
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;
};

/// Finds the files under some paths, one by one, each folder's entries in byte order of their
/// names.
///
/// Hidden files and folders are passed over unless they are asked for by name, and so is what a
/// file called .newsignore in their folder names: one shell pattern a line, "#" for comments. What
/// is asked for by name is read in its own turn and named from there, also if it lies in a folder
/// that is asked for too. A symbolic link is followed when its target lies outside of everything
/// already walked. So nothing is read twice and no loop is endless. What cannot be read is handed
/// out as a BadRecord.
class SourceWalk {
 public:
  using Entry = std::variant<SourceFile, BadRecord>;

  /// `paths` may hold "-". `excluded` is a folder to leave out: the index. Throws InputError for a
  /// path that is not there.
  SourceWalk(const std::vector<std::string>& paths, const std::filesystem::path& excluded);

  /// The next file; nothing at the end.
  std::optional<Entry> next();

  /// The absolute paths of the files and folders that were asked for.
  const std::vector<std::filesystem::path>& roots() const { return asked_for_; }

 private:
  /// A file or folder still to visit, and what it is called.
  struct Pending {
    std::filesystem::path path;
    std::string name;
  };

  std::optional<Entry> visit(const Pending& entry);
  std::optional<Entry> follow_link(const Pending& link);
  std::optional<Entry> list_folder(const Pending& folder);
  /// Whether a path is a root or lies in one.
  bool is_walked(const std::filesystem::path& path) const;

  std::vector<std::filesystem::path> asked_for_;
  std::unordered_set<std::string> roots_;  ///< paths asked for, or behind a followed link
  std::filesystem::path excluded_;
  std::vector<Pending> pending_;  ///< the next one last
};

}  // namespace news
