// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/source/unpack_budget.hpp"

#include "indexer/source/byte_stream.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace news {

void UnpackBudget::add_unpacked(std::size_t bytes) {
  unpacked_ += bytes;
  if (unpacked_ > limits_.max_bytes) {
    exhausted_ = true;
    throw DamagedInput(
        fmt::format("unpacks to more than {} bytes (--max-unpacked)", limits_.max_bytes));
  }
  const std::uint64_t packed = std::max<std::uint64_t>(packed_, 1);
  if (unpacked_ > limits_.ratio_from_bytes && unpacked_ / packed > limits_.max_ratio) {
    exhausted_ = true;
    throw DamagedInput(
        fmt::format("unpacks to more than {} times what is packed", limits_.max_ratio));
  }
}

}  // namespace news
