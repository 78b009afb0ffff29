// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/base/file.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace news {

/// Writes a file from its beginning to its end, a large piece at a time. Throws FileError.
class FileWriter {
 public:
  /// Creates the file, or empties it.
  explicit FileWriter(std::filesystem::path path);

  void write(std::string_view bytes);

  /// Hands everything to the system; afterwards the file can be read.
  void flush();

  /// Flushes, and returns when the file is on disk.
  void sync();

 private:
  static constexpr std::size_t buffer_bytes = std::size_t{256} * 1024;

  std::filesystem::path path_;
  FileDescriptor fd_;
  std::string buffer_;
};

/// Reads a file from its beginning to its end, a large piece at a time. Throws FileError.
class FileReader {
 public:
  explicit FileReader(std::filesystem::path path);

  /// At least `bytes` bytes from the current position, or all that are left; more where they are at
  /// hand. Valid until the next call.
  std::string_view peek(std::size_t bytes);

  void consume(std::size_t bytes) { start_ += bytes; }

 private:
  static constexpr std::size_t read_bytes = std::size_t{128} * 1024;

  std::filesystem::path path_;
  FileDescriptor fd_;
  std::string buffer_;
  std::size_t start_ = 0;
  std::size_t end_ = 0;
};

}  // namespace news
