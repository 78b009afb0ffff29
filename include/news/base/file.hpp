// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace news {

/// Owns a file descriptor; closes it when destroyed.
class FileDescriptor {
 public:
  FileDescriptor() = default;
  explicit FileDescriptor(int fd) noexcept : fd_(fd) {}
  ~FileDescriptor();
  FileDescriptor(FileDescriptor&& other) noexcept;
  FileDescriptor& operator=(FileDescriptor&& other) noexcept;

  int get() const noexcept { return fd_; }
  explicit operator bool() const noexcept { return fd_ >= 0; }

 private:
  int fd_ = -1;
};

/// Says what the system would not do with a file, from errno, and what helps where that is known.
[[noreturn]] void throw_file_error(const std::filesystem::path& path, std::string_view doing);

/// Opens a file as open(2) with these flags does; it is not inherited. A file that is created can
/// be read and written by all that the umask lets. `doing` is for the message. Throws FileError.
FileDescriptor open_or_throw(const std::filesystem::path& path, int flags, std::string_view doing);

/// Writes all of `content` at the file's position. `path` is for the message. Throws FileError.
void write_all(const FileDescriptor& fd, std::string_view content,
               const std::filesystem::path& path);

/// The whole of a small file; nothing if there is no such file. Throws FileError.
std::optional<std::string> read_file(const std::filesystem::path& path);

/// What replace_file adds to a name for the new content until that is in place. A crash may leave
/// it.
inline constexpr std::string_view replacement_suffix = ".new";

/// Replaces `path` in one step that is on disk when this returns: a reader, or a crash, sees the
/// old content or the new one and nothing between. Throws FileError.
void replace_file(const std::filesystem::path& path, std::string_view content);

/// Removes `path`, if it is there, for good: also after a crash. Throws FileError.
void remove_file(const std::filesystem::path& path);

/// Brings every file in `folder` (not in its subfolders), and the folder itself, to the disk.
/// Throws FileError.
void sync_folder(const std::filesystem::path& folder);

/// Brings the entries of `folder` to the disk: which files there are, not what is in them. Throws
/// FileError.
void sync_directory(const std::filesystem::path& folder);

/// An exclusive advisory lock on a file. It ends with the object or, whatever happens to it, with
/// the process, so there are no stale locks. The file itself is never removed.
class FileLock {
 public:
  /// Nothing if another process holds the lock. Throws FileError.
  static std::optional<FileLock> try_acquire(const std::filesystem::path& path);

  /// Writes who holds the lock into the file, for others to read.
  void describe_holder(std::string_view text);

 private:
  FileLock(FileDescriptor fd, std::filesystem::path path);

  FileDescriptor fd_;
  std::filesystem::path path_;
};

}  // namespace news
