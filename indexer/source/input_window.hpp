// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/source/byte_stream.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace news {

/// A sliding view of a stream: what has been read and not yet consumed. It grows until its user
/// consumes, so a user that looks for the end of a record sets the limit.
class InputWindow {
 public:
  explicit InputWindow(std::unique_ptr<ByteStream> stream) : stream_(std::move(stream)) {}

  /// What is at hand. Valid until the next fill or consume.
  std::string_view data() const { return std::string_view(buffer_).substr(start_); }

  /// Reads more behind what is at hand; false at the end of the stream. Throws InputError.
  bool fill();

  /// Fills until `bytes` are at hand or the stream ends; returns what is at hand, maybe more.
  std::string_view peek(std::size_t bytes);

  /// Forgets the first `bytes` of what is at hand.
  void consume(std::size_t bytes);

  /// Replaces the stream by one that gives the text of it as UTF-8. Only before anything is
  /// consumed.
  void transcode_from(const std::string& encoding);

 private:
  std::unique_ptr<ByteStream> stream_;
  std::string buffer_;
  std::size_t start_ = 0;
};

}  // namespace news
