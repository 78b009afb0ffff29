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
  std::uint64_t value = 0;
  if (!text.empty()) std::memcpy(&value, text.data(), std::min(text.size(), sizeof value));
  return __builtin_bswap64(value);
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
