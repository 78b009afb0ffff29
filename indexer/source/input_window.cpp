// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/source/input_window.hpp"

#include <algorithm>
#include <utility>

namespace news {

namespace {

constexpr std::size_t read_bytes = std::size_t{256} * 1024;

/// First gives bytes that were already read, then the rest of their stream.
class ResumedStream : public ByteStream {
 public:
  ResumedStream(std::string head, std::unique_ptr<ByteStream> rest)
      : head_(std::move(head)), rest_(std::move(rest)) {}

  std::size_t read(std::span<char> buffer) override {
    if (taken_ == head_.size()) return rest_->read(buffer);
    const std::size_t count = std::min(buffer.size(), head_.size() - taken_);
    std::copy_n(head_.data() + taken_, count, buffer.data());
    taken_ += count;
    return count;
  }

 private:
  std::string head_;
  std::unique_ptr<ByteStream> rest_;
  std::size_t taken_ = 0;
};

}  // namespace

bool InputWindow::fill() {
  if (start_ > buffer_.size() / 2) {
    buffer_.erase(0, start_);
    start_ = 0;
  }
  const std::size_t before = buffer_.size();
  buffer_.resize(before + read_bytes);
  std::size_t got = 0;
  try {
    got = stream_->read(std::span(buffer_).subspan(before));
  } catch (...) {
    buffer_.resize(before);
    throw;
  }
  buffer_.resize(before + got);
  return got != 0;
}

std::string_view InputWindow::peek(std::size_t bytes) {
  while (data().size() < bytes && fill()) {
  }
  return data();
}

void InputWindow::consume(std::size_t bytes) { start_ += std::min(bytes, data().size()); }

void InputWindow::transcode_from(const std::string& encoding) {
  auto whole = std::make_unique<ResumedStream>(std::move(buffer_), std::move(stream_));
  stream_ = std::make_unique<TranscodingStream>(std::move(whole), encoding);
  buffer_.clear();
  start_ = 0;
}

}  // namespace news
