// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/base/file.hpp"
#include "news/text/encoding.hpp"

#include <atomic>
#include <cstddef>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

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

  /// Goes on behind damage that read() told of, at the next place that stands for itself. False if
  /// there is none; then reading tells of the same damage again.
  virtual bool resume() { return false; }
};

/// What the bytes of a stream are not what they should be: a packed file that is cut off or
/// damaged, or that unpacks to more than the limits allow. It costs what lies behind, and not the
/// run.
class DamagedInput : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;  ///< what() is the reason, without a place
};

/// A file, or standard input for the path "-". Throws InputError if it cannot be opened. Reading
/// from standard input throws InputError, too, when it is silent and `stop` becomes true.
std::unique_ptr<ByteStream> open_file(const std::string& path,
                                      const std::atomic<bool>* stop = nullptr);

/// Bytes that lie in memory, which must outlive the stream.
class MemoryStream : public ByteStream {
 public:
  explicit MemoryStream(std::string_view bytes) : left_(bytes) {}

  std::size_t read(std::span<char> buffer) override;

 private:
  std::string_view left_;
};

/// First gives bytes that were already read, then the rest of their stream.
class ResumedStream : public ByteStream {
 public:
  ResumedStream(std::string head, std::unique_ptr<ByteStream> rest)
      : head_(std::move(head)), rest_(std::move(rest)) {}

  std::size_t read(std::span<char> buffer) override;
  bool resume() override { return rest_->resume(); }

 private:
  std::string head_;
  std::unique_ptr<ByteStream> rest_;
  std::size_t taken_ = 0;
};

/// Up to `bytes` from the start of a stream; what fails behind that start fails later, when it is
/// read.
std::string read_head(ByteStream& stream, std::size_t bytes);

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
