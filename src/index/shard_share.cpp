// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/index/shard_share.hpp"

#include "news/base/hash.hpp"

#include <charconv>

#include <fmt/format.h>

namespace news {

namespace {

/// A whole number and nothing else.
std::optional<std::uint32_t> number_in(std::string_view text) {
  std::uint32_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [behind, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || behind != end) return std::nullopt;
  return number;
}

}  // namespace

std::optional<ShardShare> ShardShare::parse(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto number = number_in(text.substr(0, slash));
  const auto count = number_in(text.substr(slash + 1));
  if (!number || !count || *number < 1 || *number > *count || *count > most) return std::nullopt;
  return ShardShare{.number = *number, .count = *count};
}

std::string ShardShare::text() const { return fmt::format("{}/{}", number, count); }

bool ShardShare::holds(std::string_view identity) const {
  return is_all() || hash64(identity) % count == number - 1;
}

}  // namespace news
