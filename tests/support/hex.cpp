// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hex.hpp"

#include <charconv>

#include <fmt/format.h>

namespace news::test {

std::string hex(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) {
    if (!text.empty()) text += ' ';
    text += fmt::format("{:02X}", static_cast<unsigned char>(byte));
  }
  return text;
}

std::string from_hex(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at + 2 <= text.size(); at += 3) {
    unsigned byte = 0;
    std::from_chars(text.data() + at, text.data() + at + 2, byte, 16);
    bytes.push_back(static_cast<char>(byte));
  }
  return bytes;
}

}  // namespace news::test
