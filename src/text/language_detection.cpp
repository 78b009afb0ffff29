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

/// The start of an article is written in the language of all of it.
constexpr std::size_t detection_bytes = 2048;

/// CLD2 needs about a hundred bytes and takes its time for each. So many, from both ends of the
/// sample, will do where it is sure of them: they are nearly all of one language, and have hardly
/// anything but words.
constexpr std::size_t head_bytes = 512;
constexpr std::size_t tail_bytes = 256;
constexpr int nearly_all_percent = 97;
constexpr int least_words_percent = 85;

struct Guess {
  CLD2::Language language = CLD2::UNKNOWN_LANGUAGE;
  bool sure = false;
};

Guess guess_language(std::string_view text) {
  // CLD2 gives up at a control character, a non-character or a byte that is not UTF-8.
  const std::string sample = fold_whitespace(text);
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
  const bool words = text_bytes * 100 >= least_words_percent * static_cast<int>(sample.size());
  const bool one_language =
      languages[0] != CLD2::UNKNOWN_LANGUAGE && percents[0] >= nearly_all_percent;
  return {languages[0], reliable && words && one_language};
}

}  // namespace

Language detect_language(std::string_view text) {
  const std::string_view sample = utf8::truncate(text, detection_bytes);
  Guess guess;
  if (sample.size() > head_bytes + tail_bytes) {
    const std::string_view head = utf8::truncate(sample, head_bytes);
    const std::string_view before_tail = utf8::truncate(sample, sample.size() - tail_bytes);
    const std::string_view tail = sample.substr(before_tail.size());
    guess = guess_language(std::string(head).append(" ").append(tail));
  }
  if (!guess.sure) guess = guess_language(sample);
  if (guess.language == CLD2::UNKNOWN_LANGUAGE) return {};
  return Language::parse(CLD2::LanguageCode(guess.language)).value_or(Language());
}

}  // namespace news
