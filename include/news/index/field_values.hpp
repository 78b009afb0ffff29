// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// The values of one field of an article as a slot holds them, for facets: one after the other with
/// a zero byte between. A value that is longer than `max_field_value_bytes` is cut between two
/// characters; beyond `max_field_values` they are left out, as are empty ones.
inline constexpr std::size_t max_field_value_bytes = 200;
inline constexpr std::size_t max_field_values = 100;

std::string pack_field_values(const std::vector<std::string>& values);

/// Calls `visit` with each value, a std::string_view, in the order of the article.
template <typename Visit>
void visit_field_values(std::string_view packed, Visit visit) {
  while (!packed.empty()) {
    const std::string_view value = packed.substr(0, packed.find('\0'));
    visit(value);
    packed.remove_prefix(value.size() == packed.size() ? value.size() : value.size() + 1);
  }
}

}  // namespace news
