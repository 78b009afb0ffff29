// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/source/byte_stream.hpp"

#include <exception>
#include <memory>
#include <string>
#include <vector>

#include <archive.h>

namespace news {

/// libarchive, fed from a stream or a file of our own; its errors become DamagedInput, and what the
/// stream throws comes out as it was.
class ArchiveHandle {
 public:
  ArchiveHandle();
  ~ArchiveHandle();
  ArchiveHandle(const ArchiveHandle&) = delete;
  ArchiveHandle& operator=(const ArchiveHandle&) = delete;

  archive* get() { return handle_; }

  /// Reads the archive from a stream, from its start to its end.
  void open_stream(std::unique_ptr<ByteStream> bytes);

  /// Reads the archive from a file, in any order.
  void open_file(const std::string& path);

  /// Reads the archive from memory, in any order.
  void open_memory(std::string bytes);

  /// The next entry; null at the end. Warnings are no errors.
  archive_entry* next_entry();

  /// Data of the entry; 0 at its end.
  std::size_t read(std::span<char> buffer);

  /// Whether nothing more can be had behind an exception.
  bool failed() const { return failed_; }

 private:
  static la_ssize_t on_read(archive* handle, void* self, const void** block);
  void check(int result);
  [[noreturn]] void fail(int result);

  archive* handle_;
  std::unique_ptr<ByteStream> bytes_;
  std::string memory_;
  std::vector<char> block_;
  std::exception_ptr failure_;  ///< of the stream
  bool failed_ = false;
};

/// libarchive takes the names of members for text in the encoding of the locale, so this thread has
/// one with UTF-8 while such an object lives.
class Utf8Locale {
 public:
  Utf8Locale();
  ~Utf8Locale();
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  void* previous_;  ///< null where there is no such locale
};

}  // namespace news
