// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/joint.hpp"

#include "news/base/utf8.hpp"

namespace news {

namespace {

/// Chinese and Japanese characters and their punctuation.
bool is_spaceless(char32_t c) {
  return (c >= 0x2E80 && c < 0xA000) || (c >= 0xF900 && c < 0xFB00) || (c >= 0xFF00 && c < 0xFFF0);
}

}  // namespace

std::string_view joint_between(std::string_view before, std::string_view after) {
  if (before.empty() || after.empty()) return {};
  return is_spaceless(utf8::last(before)) || is_spaceless(utf8::first(after)) ? "" : " ";
}

}  // namespace news
