// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/source/gzip_stream.hpp"

#include <algorithm>
#include <limits>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include <zlib.h>

namespace news {

namespace {

constexpr std::size_t buffer_bytes = std::size_t{128} * 1024;

class GzipStream : public ByteStream {
 public:
  explicit GzipStream(std::unique_ptr<ByteStream> bytes)
      : bytes_(std::move(bytes)), buffer_(buffer_bytes) {
    constexpr int gzip_only = 16 + MAX_WBITS;
    if (inflateInit2(&inflater_, gzip_only) != Z_OK) throw std::bad_alloc();
  }
  GzipStream(const GzipStream&) = delete;
  GzipStream& operator=(const GzipStream&) = delete;
  ~GzipStream() override { inflateEnd(&inflater_); }

  std::size_t read(std::span<char> buffer) override {
    const std::size_t room = std::min<std::size_t>(buffer.size(), std::numeric_limits<int>::max());
    inflater_.next_out = reinterpret_cast<Bytef*>(buffer.data());
    inflater_.avail_out = static_cast<uInt>(room);
    while (inflater_.avail_out > 0 && !ended_ && damage_.empty()) advance();
    const std::size_t got = room - inflater_.avail_out;
    if (got == 0 && !damage_.empty()) throw DamagedInput(damage_);
    return got;
  }

  /// Each record of a crawl is a member of its own, so what is behind damage is whole.
  bool resume() override {
    if (damage_.empty() || ended_) return false;
    while (inflater_.avail_in > 0 || refill()) {
      if (begins_member()) {
        damage_.clear();
        in_member_ = false;
        return true;
      }
      ++inflater_.next_in;
      --inflater_.avail_in;
    }
    ended_ = true;
    return false;
  }

 private:
  void advance() {
    if (inflater_.avail_in == 0 && !refill()) {
      if (in_member_ && damage_.empty()) damage_ = "cut off: the compressed data end too early";
      ended_ = true;
      return;
    }
    if (!in_member_ && !begin_member()) return;
    const int result = inflate(&inflater_, Z_NO_FLUSH);
    if (result == Z_STREAM_END) {
      in_member_ = false;
      ++members_;
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
      damage_ = "damaged: the compressed data make no sense";
    }
  }

  /// What follows a member begins another one, or is padding.
  bool begin_member() {
    constexpr Bytef first_byte = 0x1F;
    if (members_ > 0 && *inflater_.next_in != first_byte) {
      ended_ = true;
      return false;
    }
    inflateReset(&inflater_);
    in_member_ = true;
    return true;
  }

  /// A member's magic number, the one method there is, and flags of which three are always 0. Where
  /// these lie across the end of the buffer, the member is missed, and the next one found.
  bool begins_member() const {
    const Bytef* at = inflater_.next_in;
    constexpr uInt looked_at = 4;
    if (inflater_.avail_in < looked_at) return false;
    return at[0] == 0x1F && at[1] == 0x8B && at[2] == 0x08 && (at[3] & 0xE0) == 0;
  }

  bool refill() {
    std::size_t got = 0;
    try {
      got = bytes_->read(buffer_);
    } catch (const DamagedInput& error) {
      damage_ = error.what();
    }
    inflater_.next_in = reinterpret_cast<Bytef*>(buffer_.data());
    inflater_.avail_in = static_cast<uInt>(got);
    return got > 0;
  }

  std::unique_ptr<ByteStream> bytes_;
  std::vector<char> buffer_;
  z_stream inflater_{};
  std::size_t members_ = 0;
  bool in_member_ = false;
  bool ended_ = false;
  std::string damage_;  ///< said when all before it has been handed out
};

}  // namespace

std::unique_ptr<ByteStream> gunzip(std::unique_ptr<ByteStream> bytes) {
  return std::make_unique<GzipStream>(std::move(bytes));
}

}  // namespace news
