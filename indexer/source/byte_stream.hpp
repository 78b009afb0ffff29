// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/base/file.hpp"
#include "news/text/encoding.hpp"

#include <atomic>
#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace news {

/// Bytes that are read once, from the first to the last.
class ByteStream {
 public:
  ByteStream() = default;
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;
  virtual ~ByteStream() = default;

  /// Reads up to buffer.size() bytes; 0 only at the end. Throws InputError.
  virtual std::size_t read(std::span<char> buffer) = 0;
};

/// A file, or standard input for the path "-". Throws InputError if it cannot be opened. Reading
/// from standard input throws InputError, too, when it is silent and `stop` becomes true.
std::unique_ptr<ByteStream> open_file(const std::string& path,
                                      const std::atomic<bool>* stop = nullptr);

/// Gives the text of another stream as UTF-8.
class TranscodingStream : public ByteStream {
 public:
  TranscodingStream(std::unique_ptr<ByteStream> bytes, const std::string& encoding);

  std::size_t read(std::span<char> buffer) override;

 private:
  std::unique_ptr<ByteStream> bytes_;
  Transcoder transcoder_;
  std::string ready_;
  std::size_t taken_ = 0;
  bool ended_ = false;
};

}  // namespace news
