// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/arena.hpp"

#include <algorithm>

namespace news {

char* Arena::allocate(std::size_t size) {
  while (block_ < blocks_.size() && blocks_[block_].size - used_ < size) {
    ++block_;
    used_ = 0;
  }
  if (block_ == blocks_.size()) {
    const std::size_t bytes = std::max(size, block_bytes);
    blocks_.push_back({std::make_unique_for_overwrite<char[]>(bytes), bytes});
  }
  char* start = blocks_[block_].bytes.get() + used_;
  used_ += size;
  return start;
}

std::string_view Arena::store(std::string_view text) {
  if (text.empty()) return {};
  char* start = allocate(text.size());
  std::copy(text.begin(), text.end(), start);
  return {start, text.size()};
}

void Arena::clear() {
  block_ = 0;
  used_ = 0;
}

}  // namespace news
