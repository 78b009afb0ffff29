// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/utf8.hpp"

#include <algorithm>
#include <cstdint>

#include <simdjson.h>

namespace news::utf8 {

namespace {

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// What a lead byte promises: how many bytes follow, and the least second byte and the greatest
/// one that keep the sequence well formed (no overlong forms, surrogates, or values past U+10FFFF;
/// table 3-7 of the Unicode standard).
struct Lead {
  int following;
  unsigned char low;
  unsigned char high;
};

constexpr Lead lead_of(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {1, 0x80, 0xBF};
  if (byte == 0xE0) return {2, 0xA0, 0xBF};
  if (byte == 0xED) return {2, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {2, 0x80, 0xBF};
  if (byte == 0xF0) return {3, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {3, 0x80, 0xBF};
  if (byte == 0xF4) return {3, 0x80, 0x8F};
  return {0, 0, 0};
}

}  // namespace

bool is_valid(std::string_view text) { return simdjson::validate_utf8(text.data(), text.size()); }

char32_t decode_multibyte(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at++]);
  const Lead lead = lead_of(first);
  if (lead.following == 0) return replacement;
  char32_t value = first & (0x3FU >> lead.following);
  for (int i = 0; i < lead.following; ++i) {
    if (at == text.size()) return replacement;
    const auto next = static_cast<unsigned char>(text[at]);
    const unsigned char low = i == 0 ? lead.low : 0x80;
    const unsigned char high = i == 0 ? lead.high : 0xBF;
    if (next < low || next > high) return replacement;
    value = (value << 6U) | (next & 0x3FU);
    ++at;
  }
  return value;
}

char32_t first(std::string_view text) {
  std::size_t at = 0;
  return decode(text, at);
}

char32_t last(std::string_view text) {
  constexpr auto is_continuation = [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
  };
  std::size_t at = text.size() - 1;
  while (at > 0 && is_continuation(text[at])) --at;
  return decode(text, at);
}

void append(std::string& out, char32_t c) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | (c >> 6U));
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | (c >> 12U));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | (c >> 18U));
    put(0x80U | ((c >> 12U) & 0x3FU));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

std::string repair(std::string_view text) {
  if (is_valid(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) append(out, decode(text, at));
  return out;
}

std::string_view truncate(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  // Behind more continuation bytes than a character has, each is an ill-formed part of its own.
  constexpr std::size_t most_following = 3;
  std::size_t end = max_bytes;
  while (end > 0 && max_bytes - end < most_following && is_continuation(text[end])) --end;
  return text.substr(0, end > 0 && is_continuation(text[end]) ? max_bytes : end);
}

std::size_t count(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return !is_continuation(byte); }));
}

}  // namespace news::utf8
