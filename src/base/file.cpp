// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/file.hpp"

#include "news/base/error.hpp"

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

namespace news {

namespace {

void sync(const std::filesystem::path& path, int flags) {
  const FileDescriptor fd = open_or_throw(path, flags, "open");
  if (::fsync(fd.get()) != 0) throw_file_error(path, "write to disk");
}

std::filesystem::path parent_of(const std::filesystem::path& path) {
  const auto parent = path.parent_path();
  return parent.empty() ? "." : parent;
}

}  // namespace

void throw_file_error(const std::filesystem::path& path, std::string_view doing) {
  const int code = errno;
  throw FileError(path.string(),
                  fmt::format("cannot {}: {}", doing, std::generic_category().message(code)),
                  system_remedy(code));
}

FileDescriptor open_or_throw(const std::filesystem::path& path, int flags, std::string_view doing) {
  FileDescriptor fd(::open(path.c_str(), flags | O_CLOEXEC, 0666));
  if (!fd) throw_file_error(path, doing);
  return fd;
}

void write_all(const FileDescriptor& fd, std::string_view content,
               const std::filesystem::path& path) {
  while (!content.empty()) {
    const ssize_t written = ::write(fd.get(), content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_file_error(path, "write");
    content.remove_prefix(static_cast<std::size_t>(written));
  }
}

FileDescriptor::~FileDescriptor() {
  if (fd_ >= 0) ::close(fd_);
}

FileDescriptor::FileDescriptor(FileDescriptor&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)) {}

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

std::optional<std::string> read_file(const std::filesystem::path& path) {
  const FileDescriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd) {
    if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
    throw_file_error(path, "open");
  }
  std::string content;
  std::array<char, 1U << 16U> buffer;
  while (true) {
    const ssize_t got = ::read(fd.get(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw_file_error(path, "read");
    if (got == 0) return content;
    content.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

void replace_file(const std::filesystem::path& path, std::string_view content) {
  std::filesystem::path fresh = path;
  fresh += replacement_suffix;
  {
    const FileDescriptor fd = open_or_throw(fresh, O_WRONLY | O_CREAT | O_TRUNC, "write");
    write_all(fd, content, fresh);
    if (::fsync(fd.get()) != 0) throw_file_error(fresh, "write to disk");
  }
  if (::rename(fresh.c_str(), path.c_str()) != 0) throw_file_error(path, "replace");
  sync(parent_of(path), O_RDONLY | O_DIRECTORY);
}

void remove_file(const std::filesystem::path& path) {
  if (::unlink(path.c_str()) != 0) {
    if (errno == ENOENT) return;
    throw_file_error(path, "remove");
  }
  sync(parent_of(path), O_RDONLY | O_DIRECTORY);
}

void sync_folder(const std::filesystem::path& folder) {
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->is_regular_file(error)) sync(entry->path(), O_RDONLY);
  }
  if (error) {
    errno = error.value();
    throw_file_error(folder, "list");
  }
  sync_directory(folder);
}

void sync_directory(const std::filesystem::path& folder) { sync(folder, O_RDONLY | O_DIRECTORY); }

FileLock::FileLock(FileDescriptor fd, std::filesystem::path path)
    : fd_(std::move(fd)), path_(std::move(path)) {}

std::optional<FileLock> FileLock::try_acquire(const std::filesystem::path& path) {
  FileDescriptor fd = open_or_throw(path, O_RDWR | O_CREAT, "open");
  while (::flock(fd.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    if (errno == EWOULDBLOCK) return std::nullopt;
    throw_file_error(path, "lock");
  }
  return FileLock(std::move(fd), path);
}

void FileLock::describe_holder(std::string_view text) {
  if (::ftruncate(fd_.get(), 0) != 0 || ::lseek(fd_.get(), 0, SEEK_SET) != 0)
    throw_file_error(path_, "write");
  write_all(fd_, text, path_);
}

}  // namespace news
