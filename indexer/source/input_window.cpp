// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/source/input_window.hpp"

#include <algorithm>
#include <utility>

namespace news {

namespace {

constexpr std::size_t read_bytes = std::size_t{256} * 1024;

}  // namespace

InputWindow::InputWindow(std::unique_ptr<ByteStream> stream, std::uint64_t expected_bytes)
    : stream_(std::move(stream)),
      expected_bytes_(expected_bytes < read_bytes ? expected_bytes : 0) {}

/// The buffer is not cleared: for small files that takes longer than to read them.
void InputWindow::make_room() {
  if (start_ > end_ / 2) {
    std::copy(buffer_.get() + start_, buffer_.get() + end_, buffer_.get());
    end_ -= start_;
    start_ = 0;
  }
  // One byte more than is expected is enough to see that nothing follows.
  const bool as_expected = end_ <= expected_bytes_ && expected_bytes_ > 0;
  const std::size_t wanted = as_expected ? expected_bytes_ + 1 - end_ : read_bytes;
  if (room() >= wanted) return;
  capacity_ = std::max(2 * capacity_, end_ + wanted);
  auto larger = std::make_unique_for_overwrite<char[]>(capacity_);
  std::copy(buffer_.get(), buffer_.get() + end_, larger.get());
  buffer_ = std::move(larger);
}

bool InputWindow::fill() {
  if (ended_) return false;
  make_room();
  std::size_t got = 0;
  try {
    got = stream_->read({buffer_.get() + end_, std::min(room(), read_bytes)});
  } catch (const DamagedInput& damage) {
    damage_ = damage.what();
  }
  end_ += got;
  ended_ = got == 0;
  return !ended_;
}

std::string_view InputWindow::peek(std::size_t bytes) {
  while (data().size() < bytes && fill()) {
  }
  return data();
}

void InputWindow::consume(std::size_t bytes) { start_ += std::min(bytes, data().size()); }

bool InputWindow::resume() {
  consume(data().size());
  if (!stream_->resume()) return false;
  damage_.clear();
  ended_ = false;
  return true;
}

void InputWindow::transcode_from(const std::string& encoding) {
  auto whole = std::make_unique<ResumedStream>(std::string(data()), std::move(stream_));
  stream_ = std::make_unique<TranscodingStream>(std::move(whole), encoding);
  expected_bytes_ = 0;
  start_ = end_ = 0;
  ended_ = false;
}

}  // namespace news
