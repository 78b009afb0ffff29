// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/utf8.hpp"
#include "news/text/language.hpp"
#include "news/text/whitespace.hpp"

#include <array>
#include <cstdio>  // compact_lang_det.h uses FILE without including this
#include <string>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

namespace news {

namespace {

/// CLD2 needs about a hundred bytes; the start of an article is written in the language of all of
/// it.
constexpr std::size_t detection_bytes = 2048;

}  // namespace

Language detect_language(std::string_view text) {
  // CLD2 gives up at a control character, a non-character or a byte that is not UTF-8.
  const std::string sample = fold_whitespace(utf8::truncate(text, detection_bytes));
  const CLD2::CLDHints no_hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages{CLD2::UNKNOWN_LANGUAGE};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int text_bytes = 0;
  bool reliable = false;
  int valid_bytes = 0;
  // The summary that CLD2 returns prefers a minor language to English; the largest share is
  // what most of the text is written in, so that is taken.
  CLD2::ExtDetectLanguageSummaryCheckUTF8(
      sample.data(), static_cast<int>(sample.size()), /*is_plain_text=*/true, &no_hints,
      /*flags=*/0, languages.data(), percents.data(), scores.data(), /*resultchunkvector=*/nullptr,
      &text_bytes, &reliable, &valid_bytes);
  if (languages[0] == CLD2::UNKNOWN_LANGUAGE) return {};
  return Language::parse(CLD2::LanguageCode(languages[0])).value_or(Language());
}

}  // namespace news
