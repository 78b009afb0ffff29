// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/feed/entry_text.hpp"

#include "indexer/reader/xml_text.hpp"
#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"
#include "news/text/whitespace.hpp"

#include <algorithm>
#include <cstdint>

namespace news {

namespace {

bool is_text_type(std::string_view type) {
  return type.find('/') == std::string::npos || type.starts_with("text/") ||
         type.find("xml") != std::string::npos || type.find("html") != std::string::npos;
}

/// The value of a base64 digit; nothing for any other character.
std::optional<std::uint32_t> base64_digit(char c) {
  if (ascii::is_upper(c)) return static_cast<std::uint32_t>(c - 'A');
  if (ascii::is_lower(c)) return static_cast<std::uint32_t>(c - 'a' + 26);
  if (ascii::is_digit(c)) return static_cast<std::uint32_t>(c - '0' + 52);
  if (c == '+') return 62;
  return c == '/' ? std::optional<std::uint32_t>(63) : std::nullopt;
}

/// What base64 stands for, if that is text; else nothing.
std::string text_in_base64(std::string_view encoded) {
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : encoded) {
    if (ascii::is_space(c) || c == '=') continue;
    const auto digit = base64_digit(c);
    if (!digit) return {};
    bits = (bits << 6U) | *digit;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out.push_back(static_cast<char>((bits >> static_cast<unsigned>(count)) & 0xFFU));
  }
  const bool is_text = utf8::is_valid(out) && std::none_of(out.begin(), out.end(), [](char c) {
                         return ascii::is_control(c) && !ascii::is_space(c);
                       });
  return is_text ? out : std::string();
}

}  // namespace

std::string text_of_entry_part(XmlElement part) {
  if (!part) return {};
  if (part.first_child()) return paragraphs_of_content(part);
  const std::string type = ascii::to_lower(part.attribute("type"));
  const bool encoded = ascii::equals_ignoring_case(part.attribute("mode"), "base64");
  if (encoded || !is_text_type(type)) return paragraphs_of_text(text_in_base64(part.text()));
  if (type == "text" || type == "text/plain") return fold_paragraphs(part.text());
  return paragraphs_of_content(part);
}

}  // namespace news
