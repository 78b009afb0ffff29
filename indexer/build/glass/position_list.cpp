// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/position_list.hpp"

#include "indexer/build/glass/packing.hpp"

#include <bit>
#include <cstddef>

namespace news::glass {

namespace {

/// Appends bits, the least significant first.
class BitWriter {
 public:
  explicit BitWriter(std::string& out) : out_(out) {}

  void write(std::uint64_t value, unsigned bits) {
    pending_ |= value << used_;
    for (used_ += bits; used_ >= 8; used_ -= 8) {
      out_.push_back(static_cast<char>(pending_ & 0xFFU));
      pending_ >>= 8U;
    }
  }

  void finish() {
    if (used_ > 0) out_.push_back(static_cast<char>(pending_ & 0xFFU));
  }

 private:
  std::string& out_;
  std::uint64_t pending_ = 0;
  unsigned used_ = 0;
};

class PositionEncoder {
 public:
  PositionEncoder(std::string& out, std::span<const std::uint32_t> positions)
      : positions_(positions), bits_(out) {}

  void encode() {
    const std::uint64_t first = positions_.front();
    const std::uint64_t last = positions_.back();
    put(first, last);
    put(positions_.size() - 2, last - first);
    interpolate(0, positions_.size() - 1);
    bits_.finish();
  }

 private:
  /// A value below `outof`, in a truncated binary code whose short words are in the middle.
  void put(std::uint64_t value, std::uint64_t outof) {
    const auto bits = static_cast<unsigned>(std::bit_width(outof - 1));
    const std::uint64_t spare = (std::uint64_t{1} << bits) - outof;
    const std::uint64_t half = (outof - spare) / 2;
    if (value < half || spare == 0) {
      bits_.write(value, bits);
    } else if (value < half + spare) {
      bits_.write(value, bits - 1);
    } else {
      bits_.write((value - half - spare) | (std::uint64_t{1} << (bits - 1)), bits);
    }
  }

  /// The positions between two that are known: the middle one, then those on its left and right.
  void interpolate(std::size_t begin, std::size_t end) {
    while (begin + 1 < end) {
      const std::size_t middle = begin + (end - begin) / 2;
      const std::uint64_t least = positions_[begin] + (middle - begin);
      const std::uint64_t outof = positions_[end] - positions_[begin] - (end - begin) + 1;
      put(positions_[middle] - least, outof);
      interpolate(begin, middle);
      begin = middle;
    }
  }

  std::span<const std::uint32_t> positions_;
  BitWriter bits_;
};

}  // namespace

void append_positions(std::string& out, std::span<const std::uint32_t> positions) {
  append_varint(out, positions.back());
  if (positions.size() > 1) PositionEncoder(out, positions).encode();
}

}  // namespace news::glass
