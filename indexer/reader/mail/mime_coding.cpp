// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/mail/mime_coding.hpp"

#include "news/base/ascii.hpp"
#include "news/text/encoding.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace news {

namespace {

/// -1 for what is no digit.
int base64_digit(char c) {
  if (ascii::is_upper(c)) return c - 'A';
  if (ascii::is_lower(c)) return c - 'a' + 26;
  if (ascii::is_digit(c)) return c - '0' + 52;
  if (c == '+') return 62;
  return c == '/' ? 63 : -1;
}

int hex_digit(char c) {
  if (ascii::is_digit(c)) return c - '0';
  const char lower = ascii::to_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// The byte that two hexadecimal digits after `mark` stand for.
std::optional<char> coded_byte(std::string_view text, std::size_t mark) {
  if (text.size() < mark + 3) return std::nullopt;
  const int high = hex_digit(text[mark + 1]);
  const int low = hex_digit(text[mark + 2]);
  if (high < 0 || low < 0) return std::nullopt;
  return static_cast<char>(high * 16 + low);
}

/// Where a line ends behind "=", which joins it to the next; nothing if it does not.
std::optional<std::size_t> soft_line_end(std::string_view text, std::size_t mark) {
  std::size_t at = mark + 1;
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r')) ++at;
  if (at == text.size()) return at;
  if (text[at] != '\n') return std::nullopt;
  return at + 1;
}

struct EncodedWord {
  std::string_view charset;
  char coding = 0;
  std::string_view text;
  std::size_t length = 0;
};

/// "=?utf-8?Q?Br=C3=BCcke?=" at the start of `text`.
std::optional<EncodedWord> encoded_word(std::string_view text) {
  if (!text.starts_with("=?")) return std::nullopt;
  const std::size_t charset_end = text.find('?', 2);
  if (charset_end == std::string_view::npos || charset_end + 2 >= text.size()) return std::nullopt;
  if (text[charset_end + 2] != '?') return std::nullopt;
  const std::size_t begin = charset_end + 3;
  const std::size_t end = text.find("?=", begin);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view charset = text.substr(2, charset_end - 2);
  return EncodedWord{charset.substr(0, charset.find('*')), ascii::to_lower(text[charset_end + 1]),
                     text.substr(begin, end - begin), end + 2};
}

std::string bytes_of(const EncodedWord& word) {
  if (word.coding == 'b') return decode_base64(word.text);
  std::string text(word.text);
  std::replace(text.begin(), text.end(), '_', ' ');
  return decode_quoted_printable(text);
}

}  // namespace

std::string decode_base64(std::string_view text) {
  std::string out;
  out.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const int digit = base64_digit(c);
    if (digit < 0) continue;
    bits = (bits << 6U) | static_cast<std::uint32_t>(digit);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out.push_back(static_cast<char>((bits >> static_cast<unsigned>(count)) & 0xFFU));
  }
  return out;
}

std::string decode_quoted_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = std::min(text.find('=', at), text.size());
    out.append(text, at, mark - at);
    if (mark == text.size()) break;
    if (const auto byte = coded_byte(text, mark)) {
      out.push_back(*byte);
      at = mark + 3;
    } else if (const auto next = soft_line_end(text, mark)) {
      at = *next;
    } else {
      out.push_back('=');
      at = mark + 1;
    }
  }
  return out;
}

std::string decode_header_text(std::string_view value) {
  std::string out;
  std::string_view charset;
  std::string pending;  // of words that stand side by side: a character may be cut between them
  const auto flush = [&] {
    if (!pending.empty()) out += decode_text(pending, charset).text;
    pending.clear();
  };
  std::size_t at = 0;
  while (at < value.size()) {
    const std::size_t mark = std::min(value.find("=?", at), value.size());
    const std::string_view between = value.substr(at, mark - at);
    const auto word = encoded_word(value.substr(mark));
    if (!word) {
      flush();
      const std::size_t end = std::min(mark + 2, value.size());
      out += decode_text(value.substr(at, end - at)).text;
      at = end;
      continue;
    }
    // White space between two words is part of their coding.
    const bool joined = !pending.empty() && ascii::trim(between).empty();
    if (!joined || !ascii::equals_ignoring_case(charset, word->charset)) flush();
    if (!joined) out += decode_text(between).text;
    charset = word->charset;
    pending += bytes_of(*word);
    at = mark + word->length;
  }
  flush();
  return out;
}

}  // namespace news
