// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/index/shard_address.hpp"

#include "news/base/ascii.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace news {

namespace {

bool is_host(std::string_view host, bool in_brackets) {
  return !host.empty() && std::all_of(host.begin(), host.end(), [in_brackets](char c) {
    return ascii::is_alnum(c) || c == '.' || c == '-' || c == '_' || (in_brackets && c == ':');
  });
}

}  // namespace

std::optional<ShardAddress> ShardAddress::parse(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  std::string_view host = text.substr(0, colon);
  const std::string_view digits = text.substr(colon + 1);
  const bool in_brackets = host.size() > 2 && host.front() == '[' && host.back() == ']';
  if (in_brackets) host = host.substr(1, host.size() - 2);
  std::uint16_t port = 0;
  const char* const end = digits.data() + digits.size();
  const auto [behind, error] = std::from_chars(digits.data(), end, port);
  if (error != std::errc() || behind != end || port == 0) return std::nullopt;
  if (!is_host(host, in_brackets)) return std::nullopt;
  return ShardAddress{.host = std::string(host), .port = port};
}

std::string ShardAddress::text() const {
  const bool is_ipv6 = host.find(':') != std::string::npos;
  return is_ipv6 ? fmt::format("[{}]:{}", host, port) : fmt::format("{}:{}", host, port);
}

}  // namespace news
