// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/markup/character_reference.hpp"

#include "news/base/utf8.hpp"

#include <array>
#include <charconv>
#include <string>
#include <system_error>

#include <libxml/HTMLparser.h>

namespace news {

namespace {

/// Windows-1252 from 128 on; 0 where it has no character.
constexpr std::array<char32_t, 32> windows_characters = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::optional<char32_t> numbered(std::string_view digits) {
  int base = 10;
  if (digits.starts_with('x') || digits.starts_with('X')) {
    digits.remove_prefix(1);
    base = 16;
  }
  unsigned number = 0;
  const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
  if (parsed.ec != std::errc() || parsed.ptr != digits.data() + digits.size()) return std::nullopt;
  if (number >= 0x80 && number < 0xA0) {
    const char32_t meant = windows_characters[number - 0x80];
    return meant == 0 ? U' ' : meant;
  }
  const bool is_surrogate = number >= 0xD800 && number <= 0xDFFF;
  const bool is_none = number == 0xFFFE || number == 0xFFFF || number > 0x10FFFF;
  if (is_surrogate || is_none) return std::nullopt;
  const bool is_control = number < 0x20 && number != '\t' && number != '\n' && number != '\r';
  return is_control || number == 0x7F ? U' ' : char32_t{number};
}

std::optional<char32_t> named(std::string_view name) {
  if (name == "apos") return U'\'';
  const std::string terminated(name);
  const auto* const entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(terminated.c_str()));
  if (entity == nullptr) return std::nullopt;
  return char32_t{entity->value};
}

}  // namespace

std::optional<CharacterReference> read_character_reference(std::string_view text) {
  constexpr std::size_t longest = 12;
  const std::size_t end = text.substr(0, longest).find(';');
  if (end == std::string_view::npos || end < 2 || text.front() != '&') return std::nullopt;
  const std::string_view name = text.substr(1, end - 1);
  const auto character = name.front() == '#' ? numbered(name.substr(1)) : named(name);
  if (!character) return std::nullopt;
  CharacterReference reference{.text = {}, .length = end + 1};
  utf8::append(reference.text, *character);
  return reference;
}

}  // namespace news
