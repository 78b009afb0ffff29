// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace news {

/// The share of all articles that one of several indexes holds, each made from the same sources:
/// shard K of N. An article belongs to the shard that the hash of its identity says, so a changed
/// or syndicated version of it meets its older one there.
struct ShardShare {
  static constexpr std::uint32_t most = 10'000;

  std::uint32_t number = 1;  ///< from 1 to `count`
  std::uint32_t count = 1;   ///< 1: all articles

  /// Reads "2/4"; nothing for what is no share.
  static std::optional<ShardShare> parse(std::string_view text);

  std::string text() const;
  bool is_all() const { return count == 1; }
  bool holds(std::string_view identity) const;

  bool operator==(const ShardShare&) const = default;
};

}  // namespace news
