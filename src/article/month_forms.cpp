// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/month_forms.hpp"

#include <array>
#include <string_view>

#include "article/date_words.hpp"

namespace news {

namespace {

using Position = DateTokens::Position;

/// تشرين الثاني and the like, which are months by the word behind
std::optional<int> read_levantine_name(const DateTokens& tokens, Position& at) {
  if (!tokens.is_any_word(at, {"كانون", "تشرين"}) ||
      !tokens.is_any_word(at + 1, {"الاول", "الثاني"})) {
    return std::nullopt;
  }
  const bool second = tokens.is_word(at + 1, "الثاني");
  const bool winter = tokens.is_word(at, "كانون");
  at += 2;
  return winter ? (second ? 1 : 12) : (second ? 11 : 10);
}

/// พ.ย. and the like: two words with a point behind each
std::optional<int> read_thai_abbreviation(const DateTokens& tokens, Position& at) {
  struct Letters {
    std::string_view first;
    std::string_view second;
  };
  static constexpr std::array<Letters, 12> months = {{{"ม", "ค"},
                                                      {"ก", "พ"},
                                                      {"มี", "ค"},
                                                      {"เม", "ย"},
                                                      {"พ", "ค"},
                                                      {"มิ", "ย"},
                                                      {"ก", "ค"},
                                                      {"ส", "ค"},
                                                      {"ก", "ย"},
                                                      {"ต", "ค"},
                                                      {"พ", "ย"},
                                                      {"ธ", "ค"}}};
  if (!tokens.is_mark(at + 1, U'.')) return std::nullopt;
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (!tokens.is_word(at, months[i].first) || !tokens.is_word(at + 2, months[i].second)) continue;
    at += 3;
    return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

}  // namespace

std::optional<int> read_month_name(const DateTokens& tokens, Position& at, bool croatian) {
  if (!tokens.is_word(at)) return std::nullopt;
  if (const auto month = read_levantine_name(tokens, at)) return month;
  if (const auto month = read_thai_abbreviation(tokens, at)) return month;
  const std::string_view word = tokens[at].word;
  auto month = month_of(word);
  constexpr std::string_view hebrew_in = "ב";
  if (!month && word.starts_with(hebrew_in)) month = month_of(word.substr(hebrew_in.size()));
  constexpr int october = 10;
  if (croatian && tokens.is_any_word(at, {"listopad", "listopada"})) month = october;
  if (month) ++at;
  return month;
}

}  // namespace news
