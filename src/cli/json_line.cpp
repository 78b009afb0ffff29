// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/json_line.hpp"

#include <fmt/format.h>

namespace news {

namespace {

constexpr bool is_c1_control(unsigned char first, unsigned char second) {
  return first == 0xC2 && second >= 0x80 && second < 0xA0;
}

}  // namespace

std::string json_line(const nlohmann::ordered_json& json) {
  const std::string line =
      json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  std::string out;
  out.reserve(line.size());
  for (std::size_t i = 0; i < line.size(); ++i) {
    const auto byte = static_cast<unsigned char>(line[i]);
    const auto next = static_cast<unsigned char>(i + 1 < line.size() ? line[i + 1] : 0);
    if (byte == 0x7F) {
      out += "\\u007f";
    } else if (is_c1_control(byte, next)) {
      out += fmt::format("\\u00{:02x}", next);
      ++i;
    } else {
      out += line[i];
    }
  }
  return out;
}

}  // namespace news
