// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/fold.hpp"

#include "news/base/ascii.hpp"

#include "text/icu.hpp"
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

namespace news {

namespace {

const icu::Normalizer2& nfkc_casefold() {
  static const icu::Normalizer2& instance = *checked_icu(
      "NFKC case folding",
      [](UErrorCode& status) { return icu::Normalizer2::getNFKCCasefoldInstance(status); });
  return instance;
}

const icu::Normalizer2& nfd() {
  static const icu::Normalizer2& instance = *checked_icu(
      "NFD", [](UErrorCode& status) { return icu::Normalizer2::getNFDInstance(status); });
  return instance;
}

const icu::Normalizer2& nfc() {
  static const icu::Normalizer2& instance = *checked_icu(
      "NFC", [](UErrorCode& status) { return icu::Normalizer2::getNFCInstance(status); });
  return instance;
}

icu::UnicodeString normalized(const icu::Normalizer2& form, const icu::UnicodeString& text) {
  return checked_icu("normalization",
                     [&](UErrorCode& status) { return form.normalize(text, status); });
}

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
}

std::string utf8_of(const icu::UnicodeString& text) {
  std::string out;
  return text.toUTF8String(out);
}

bool is_mark(UChar32 c) { return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }

/// Whether a mark on a letter of this script changes nothing for a reader.
bool is_ignorable_mark(UChar32 mark, UChar32 base) {
  switch (checked_icu("script", [base](UErrorCode& s) { return uscript_getScript(base, &s); })) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_ARABIC:
    case USCRIPT_HEBREW:
    case USCRIPT_SYRIAC:
    case USCRIPT_COMMON:
      return true;
    case USCRIPT_CYRILLIC: {
      constexpr UChar32 grave = 0x300;
      constexpr UChar32 acute = 0x301;
      constexpr UChar32 diaeresis = 0x308;
      constexpr UChar32 ie = 0x435;
      return mark == grave || mark == acute || (mark == diaeresis && base == ie);
    }
    default:
      return false;
  }
}

/// Letters that readers write in another way and that have no decomposition of their own.
const char16_t* plain_form(UChar32 c) {
  switch (c) {
    case 0xE6:
      return u"ae";
    case 0xF0:
      return u"d";  // eth
    case 0xF8:
      return u"o";  // o with stroke
    case 0xFE:
      return u"th";  // thorn
    case 0x111:
      return u"d";  // d with stroke
    case 0x127:
      return u"h";  // h with stroke
    case 0x131:
      return u"i";  // dotless i
    case 0x142:
      return u"l";  // l with stroke
    case 0x153:
      return u"oe";
    case 0x167:
      return u"t";  // t with stroke
    case 0x2B9:
    case 0x2BA:
    case 0x2BB:
    case 0x2BC:
    case 0x2BD:
    case 0x2BE:
    case 0x2BF:
    case 0x2C8:  // those were modifier apostrophes and primes of transliterated names
    case 0x640:  // tatweel
      return u"";
    case 0x629:
      return u"\u0647";  // teh marbuta, heh
    case 0x649:
    case 0x6CC:
      return u"\u064A";  // alef maksura and Farsi yeh, yeh
    case 0x671:
      return u"\u0627";  // alef wasla, alef
    case 0x6A9:
      return u"\u0643";  // keheh, kaf
    default:
      return nullptr;
  }
}

void replace_digits(icu::UnicodeString& text) {
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    const int32_t digit = c < 0x80 ? -1 : u_charDigitValue(c);
    if (digit >= 0) text.replace(i, text.moveIndex32(i, 1) - i, '0' + digit);
  }
}

}  // namespace

std::string fold_case(std::string_view text) {
  if (ascii::is_ascii(text)) return ascii::to_lower(text);
  icu::UnicodeString folded = normalized(nfkc_casefold(), utf16(text));
  replace_digits(folded);
  return utf8_of(folded);
}

std::string fold_marks(std::string_view case_folded) {
  if (ascii::is_ascii(case_folded)) return std::string(case_folded);
  const icu::UnicodeString decomposed = normalized(nfd(), utf16(case_folded));
  icu::UnicodeString plain;
  UChar32 base = 0;
  for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (is_mark(c)) {
      if (!is_ignorable_mark(c, base)) plain.append(c);
    } else {
      base = c;
      if (const char16_t* form = plain_form(c)) {
        plain.append(form);
      } else {
        plain.append(c);
      }
    }
  }
  return utf8_of(normalized(nfc(), plain));
}

}  // namespace news
