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
  /// `expected_bytes` is the length of the stream where it is known: room for more is only made
  /// when more comes. 0 if it is not known.
  explicit InputWindow(std::unique_ptr<ByteStream> stream, std::uint64_t expected_bytes = 0);

  /// What is at hand. Valid until the next fill or consume.
  std::string_view data() const { return {buffer_.get() + start_, end_ - start_}; }

  /// Reads more behind what is at hand; false at the end of the stream, which is met once. Throws
  /// InputError.
  bool fill();

  /// Fills until `bytes` are at hand or the stream ends; returns what is at hand, maybe more.
  std::string_view peek(std::size_t bytes);

  /// Why the stream could not be read to its end; empty if nothing is wrong. To who reads it, a
  /// damaged stream ends where the damage is, so that all before that counts.
  const std::string& damage() const { return damage_; }

  /// Forgets the first `bytes` of what is at hand.
  void consume(std::size_t bytes);

  /// Forgets what is at hand and goes on behind damage that fill() met; false if that cannot be.
  bool resume();

  /// Replaces the stream by one that gives the text of it as UTF-8. Only before anything is
  /// consumed.
  void transcode_from(const std::string& encoding);

 private:
  void make_room();
  std::size_t room() const { return capacity_ - end_; }

  std::unique_ptr<ByteStream> stream_;
  std::size_t expected_bytes_;  ///< 0 where it is unknown or large
  std::unique_ptr<char[]> buffer_;
  std::size_t capacity_ = 0;
  std::size_t start_ = 0;  ///< what is at hand lies in [start_, end_) of the buffer
  std::size_t end_ = 0;
  bool ended_ = false;
  std::string damage_;
};

}  // namespace news
