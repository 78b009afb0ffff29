// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace news {

/// The first eight bytes as a number that compares as they do; zeros stand for bytes that are not
/// there, so equal numbers decide nothing.
inline std::uint64_t first_bytes(std::string_view text) {
  static_assert(std::endian::native == std::endian::little);
  const auto load = [&text](auto value, std::size_t at) {
    std::memcpy(&value, text.data() + at, sizeof value);
    return std::uint64_t{value};
  };
  const std::size_t size = text.size();
  // Every load has a fixed size; those of a short text overlap.
  std::uint64_t value = 0;
  if (size >= 8) {
    value = load(std::uint64_t{}, 0);
  } else if (size >= 4) {
    value = load(std::uint32_t{}, 0) | load(std::uint32_t{}, size - 4) << (8 * (size - 4));
  } else if (size > 0) {
    value = load(std::uint8_t{}, 0) | load(std::uint8_t{}, size / 2) << (8 * (size / 2)) |
            load(std::uint8_t{}, size - 1) << (8 * (size - 1));
  }
  return __builtin_bswap64(value);
}

/// How many bytes two texts have in common at their beginning.
inline std::size_t common_start(std::string_view a, std::string_view b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t same = 0;
  while (same < shorter) {
    const std::uint64_t difference = first_bytes(a.substr(same)) ^ first_bytes(b.substr(same));
    if (difference != 0) {
      const auto equal_bits = static_cast<std::size_t>(std::countl_zero(difference));
      return std::min(shorter, same + equal_bits / 8);
    }
    same += sizeof difference;
  }
  return shorter;
}

/// A text with its first sixteen bytes at hand, which decide nearly all comparisons of terms.
class OrderedText {
 public:
  OrderedText() = default;
  explicit OrderedText(std::string_view text)
      : text_(text),
        first_(first_bytes(text)),
        second_(text.size() > sizeof first_ ? first_bytes(text.substr(sizeof first_)) : 0) {}

  std::string_view text() const { return text_; }

  /// Of the bytes at hand and the length.
  std::uint32_t hash() const {
    constexpr std::uint64_t multiplier = 0x9E37'79B9'7F4A'7C15;
    const std::uint64_t mixed = (first_ * multiplier ^ second_ ^ text_.size()) * multiplier;
    return static_cast<std::uint32_t>(mixed >> 32U);
  }

  friend bool operator==(const OrderedText& a, const OrderedText& b) { return (a <=> b) == 0; }

  /// Byte order, the shorter first.
  friend std::strong_ordering operator<=>(const OrderedText& a, const OrderedText& b) {
    if (a.first_ != b.first_) return a.first_ <=> b.first_;
    if (a.second_ != b.second_) return a.second_ <=> b.second_;
    constexpr std::size_t at_hand = 2 * sizeof a.first_;
    if (a.text_.size() <= at_hand || b.text_.size() <= at_hand) {
      return a.text_.size() <=> b.text_.size();
    }
    return a.text_.substr(at_hand).compare(b.text_.substr(at_hand)) <=> 0;
  }

 private:
  std::string_view text_;
  std::uint64_t first_ = 0;
  std::uint64_t second_ = 0;
};

}  // namespace news
