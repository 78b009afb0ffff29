// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/letter_case.hpp"

#include "news/base/utf8.hpp"

#include <unicode/uchar.h>

namespace news {

namespace {

UChar32 icu_char(char32_t c) { return static_cast<UChar32>(c); }

/// The first letter or digit; 0 if there is none.
char32_t first_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::decode(text, at);
    if (u_isalnum(icu_char(c))) return c;
  }
  return 0;
}

}  // namespace

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (u_isalpha(icu_char(utf8::decode(text, at)))) return true;
  }
  return false;
}

bool starts_lower(std::string_view text) { return u_islower(icu_char(first_letter(text))) != 0; }

bool starts_upper(std::string_view text) { return u_isupper(icu_char(first_letter(text))) != 0; }

bool is_all_upper(std::string_view text) {
  bool upper = false;
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 c = icu_char(utf8::decode(text, at));
    if (u_islower(c)) return false;
    upper |= u_isupper(c) != 0;
  }
  return upper;
}

std::string to_title_case(std::string_view text) {
  std::string out;
  bool inside_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 c = icu_char(utf8::decode(text, at));
    utf8::append(out, static_cast<char32_t>(inside_word ? u_tolower(c) : c));
    inside_word = u_isalpha(c) != 0;
  }
  return out;
}

}  // namespace news
