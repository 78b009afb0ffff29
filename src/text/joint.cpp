// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/joint.hpp"

#include "news/base/utf8.hpp"

#include <cstddef>

namespace news {

namespace {

char32_t first_char(std::string_view text) {
  std::size_t at = 0;
  return utf8::decode(text, at);
}

char32_t last_char(std::string_view text) {
  constexpr auto is_continuation = [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
  };
  std::size_t at = text.size() - 1;
  while (at > 0 && is_continuation(text[at])) --at;
  return utf8::decode(text, at);
}

/// Chinese and Japanese characters and their punctuation.
bool is_spaceless(char32_t c) {
  return (c >= 0x2E80 && c < 0xA000) || (c >= 0xF900 && c < 0xFB00) || (c >= 0xFF00 && c < 0xFFF0);
}

}  // namespace

std::string_view joint_between(std::string_view before, std::string_view after) {
  if (before.empty() || after.empty()) return {};
  return is_spaceless(last_char(before)) || is_spaceless(first_char(after)) ? "" : " ";
}

}  // namespace news
