// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace news {

/// Where xapian-tcpsrv serves a part of an index.
struct ShardAddress {
  std::string host;
  std::uint16_t port = 0;

  /// Reads "HOST:PORT", with an IPv6 address in brackets: "[::1]:4711". Nothing for anything else;
  /// what has a slash in it is a path, so a folder with such a name is "./HOST:PORT".
  static std::optional<ShardAddress> parse(std::string_view text);

  std::string text() const;

  auto operator<=>(const ShardAddress&) const = default;
};

}  // namespace news
