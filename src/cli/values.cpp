// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/values.hpp"

#include "news/base/ascii.hpp"
#include "news/base/error.hpp"

#include <charconv>
#include <limits>

#include <fmt/format.h>

namespace news {

namespace {

/// The number that `text` begins with and what stands behind it; nothing if there is none.
struct Number {
  std::uint64_t value = 0;
  std::string_view rest;
};

std::optional<Number> read_number(std::string_view text) {
  std::uint64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc()) return std::nullopt;
  return Number{value, text.substr(static_cast<std::size_t>(read.ptr - text.data()))};
}

}  // namespace

std::uint64_t parse_count(const std::string& option, const std::string& text, std::uint64_t least,
                          std::uint64_t most) {
  const auto number = read_number(text);
  if (!number || !number->rest.empty() || number->value < least || number->value > most) {
    throw UsageError(option,
                     fmt::format("takes a number from {} to {}, not '{}'", least, most, text));
  }
  return number->value;
}

std::uint64_t parse_size(const std::string& option, const std::string& text) {
  static constexpr std::string_view units = "kmgt";
  const auto number = read_number(text);
  bool understood = number.has_value();
  unsigned shift = 0;
  if (understood && !number->rest.empty()) {
    const std::size_t unit = units.find(ascii::to_lower(number->rest.front()));
    const std::string suffix = ascii::to_lower(number->rest.substr(1));
    understood =
        unit != std::string_view::npos && (suffix.empty() || suffix == "b" || suffix == "ib");
    if (understood) shift = 10 * (static_cast<unsigned>(unit) + 1);
  }
  if (!understood || number->value > (std::numeric_limits<std::uint64_t>::max() >> shift)) {
    throw UsageError(option, fmt::format("takes a size such as 512M or 2G, not '{}'", text));
  }
  return number->value << shift;
}

When parse_when(const std::string& option, const std::string& text) {
  if (text == "auto") return When::automatic;
  if (text == "always") return When::always;
  if (text == "never") return When::never;
  throw UsageError(option, fmt::format("takes auto, always or never, not '{}'", text));
}

}  // namespace news
