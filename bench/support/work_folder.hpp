// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace news::bench {

/// An empty folder under the system's temporary one ($TMPDIR). It is gone, with all it holds, when
/// the object is, unless it is to be kept.
class WorkFolder {
 public:
  /// Throws FileError.
  explicit WorkFolder(bool keep);
  ~WorkFolder();
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  bool keep_;
};

/// An empty folder where there may have been a full one.
void make_empty(const std::filesystem::path& folder);

/// The sizes of all files under a folder, or of a file.
std::uint64_t bytes_under(const std::filesystem::path& path);

/// Reads every file under a folder once, so that it is in the page cache.
void warm_up(const std::filesystem::path& folder);

}  // namespace news::bench
