// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/index/field_values.hpp"

#include "news/base/utf8.hpp"

namespace news {

std::string pack_field_values(const std::vector<std::string>& values) {
  std::string packed;
  std::size_t count = 0;
  for (const std::string& value : values) {
    std::string_view kept = utf8::truncate(value, max_field_value_bytes);
    kept = kept.substr(0, kept.find('\0'));
    if (kept.empty()) continue;
    if (count++ == max_field_values) break;
    if (!packed.empty()) packed.push_back('\0');
    packed.append(kept);
  }
  return packed;
}

}  // namespace news
