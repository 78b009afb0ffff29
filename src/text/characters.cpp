// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/characters.hpp"

#include "news/base/utf8.hpp"
#include "news/text/fold.hpp"

#include <algorithm>
#include <memory>
#include <mutex>

#include "text/icu.hpp"
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace news {

namespace {

UChar32 icu_char(char32_t c) { return static_cast<UChar32>(c); }

UScriptCode script_of(char32_t c) {
  return checked_icu("script", [c](UErrorCode& s) { return uscript_getScript(icu_char(c), &s); });
}

/// Whether ICU's word boundaries around `c` depend on nothing but its being a letter, a digit or
/// neither.
CharKind kind_by_boundaries(char32_t c) {
  const auto line_break = u_getIntPropertyValue(icu_char(c), UCHAR_LINE_BREAK);
  if (line_break == U_LB_COMPLEX_CONTEXT || line_break == U_LB_IDEOGRAPHIC) {
    return CharKind::complex;
  }
  if (is_subscript_digit(c)) return CharKind::complex;
  switch (u_getIntPropertyValue(icu_char(c), UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
      return (U_GET_GC_MASK(icu_char(c)) & U_GC_L_MASK) != 0 ? CharKind::letter : CharKind::complex;
    case U_WB_NUMERIC:
      return u_isdigit(icu_char(c)) ? CharKind::digit : CharKind::complex;
    case U_WB_OTHER:
    case U_WB_CR:
    case U_WB_LF:
    case U_WB_NEWLINE:
    case U_WB_WSEGSPACE:
    case U_WB_SINGLE_QUOTE:
    case U_WB_DOUBLE_QUOTE:
    case U_WB_MIDLETTER:
    case U_WB_MIDNUM:
    case U_WB_MIDNUMLET:
    case U_WB_EXTENDNUMLET:
      return is_word_char(c) || is_invisible(c) ? CharKind::complex : CharKind::separator;
    default:
      return CharKind::complex;
  }
}

/// Whether normalizing a text that has `c` anywhere is normalizing the text before it, `c` and the
/// text behind it one by one.
bool folds_alone(char32_t c) {
  const auto& form = *checked_icu("NFKC case folding", [](UErrorCode& status) {
    return icu::Normalizer2::getNFKCCasefoldInstance(status);
  });
  return form.hasBoundaryBefore(icu_char(c)) != 0;
}

CharInfo describe(char32_t c) {
  CharInfo info;
  const CharKind kind = kind_by_boundaries(c);
  if (kind == CharKind::complex || kind == CharKind::separator) {
    info.kind = kind;
    return info;
  }
  std::string text;
  utf8::append(text, c);
  const std::string folded = fold_case(text);
  const std::string plain = fold_marks(folded);
  if (!folds_alone(c) || folded.size() > info.folded_bytes.size() ||
      plain.size() > info.plain_bytes.size()) {
    return info;
  }
  info.kind = kind;
  info.stemmable = is_stemmable(c);
  info.folded_size = static_cast<std::uint8_t>(folded.size());
  info.plain_size = static_cast<std::uint8_t>(plain.size());
  std::copy(folded.begin(), folded.end(), info.folded_bytes.begin());
  std::copy(plain.begin(), plain.end(), info.plain_bytes.begin());
  return info;
}

}  // namespace

namespace char_table {

constinit std::array<std::atomic<const Block*>, block_count> ready{};

const Block& fill(std::size_t number) {
  static std::array<std::unique_ptr<const Block>, block_count> blocks;
  static std::mutex filling;

  const std::lock_guard lock(filling);
  if (!blocks[number]) {
    auto fresh = std::make_unique<Block>();
    for (std::size_t i = 0; i < block_size; ++i) {
      (*fresh)[i] = describe(static_cast<char32_t>(number * block_size + i));
    }
    blocks[number] = std::move(fresh);
    ready[number].store(blocks[number].get(), std::memory_order_release);
  }
  return *blocks[number];
}

}  // namespace char_table

bool is_word_char(char32_t c) {
  return (U_GET_GC_MASK(icu_char(c)) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK | U_GC_NL_MASK)) !=
             0 ||
         is_subscript_digit(c);
}

bool is_invisible(char32_t c) {
  return c >= 0x80 && u_hasBinaryProperty(icu_char(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool is_subscript_digit(char32_t c) { return c >= 0x2080 && c <= 0x2089; }

bool is_stemmable(char32_t c) {
  if ((U_GET_GC_MASK(icu_char(c)) & (U_GC_L_MASK | U_GC_M_MASK)) == 0) return false;
  switch (script_of(c)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_HANGUL:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return false;
    default:
      return true;
  }
}

bool is_hebrew(char32_t c) { return script_of(c) == USCRIPT_HEBREW; }

int digit_value(char32_t c) { return u_charDigitValue(icu_char(c)); }

}  // namespace news
