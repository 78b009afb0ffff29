// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/snippet/title_in_body.hpp"

#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"

#include <array>
#include <optional>

namespace news {

namespace {

constexpr std::string_view cut_mark = "…";

/// More than what stands above a story's first sentence: slug lines and the dateline.
constexpr std::size_t start_bytes = 2000;

void skip_spaces(std::string_view text, std::size_t& at) {
  while (at < text.size() && ascii::is_space(text[at])) ++at;
}

/// Where `text` goes on behind `start`; white space and the case of ASCII letters make no
/// difference. Nothing if it does not begin so.
std::optional<std::size_t> end_of_start(std::string_view text, std::string_view start) {
  std::size_t at = 0;
  std::size_t i = 0;
  while (true) {
    skip_spaces(start, i);
    if (i == start.size()) return at;
    skip_spaces(text, at);
    if (at == text.size() || ascii::to_lower(text[at]) != ascii::to_lower(start[i])) {
      return std::nullopt;
    }
    ++at;
    ++i;
  }
}

/// Moves `at` over the marks that end a sentence. True if there were any.
bool skip_end_marks(std::string_view text, std::size_t& at) {
  static constexpr std::array<std::string_view, 12> marks = {".", "!", "?", "\"", "'",  ")",
                                                             "”", "’", "»", "。", "！", "？"};
  const std::size_t begin = at;
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view mark : marks) {
      if (!text.substr(at).starts_with(mark)) continue;
      at += mark.size();
      found = true;
    }
  }
  return at > begin;
}

std::optional<BodyBehindTitle> behind(std::string_view title, std::string_view text) {
  const bool cut = title.ends_with(cut_mark);
  if (cut) title.remove_suffix(cut_mark.size());
  const auto end = end_of_start(text, title);
  if (!end || *end == 0) return std::nullopt;
  std::size_t at = *end;
  const bool ends = skip_end_marks(text, at) || at == text.size() || text[at] == '\n';
  const bool apart = at == text.size() || ascii::is_space(text[at]);
  if (!cut && !(ends && apart)) return std::nullopt;
  if (cut) at = *end;
  skip_spaces(text, at);
  return BodyBehindTitle{.begin = at, .begins_in_sentence = cut};
}

/// A title that was made from the text stands in it as it is, behind the dateline if there is one.
std::size_t begin_of_made_title(const Article& article) {
  std::string_view words = article.title;
  if (words.ends_with(cut_mark)) words.remove_suffix(cut_mark.size());
  const std::size_t at = utf8::truncate(article.body, start_bytes).find(words);
  return at == std::string_view::npos ? 0 : at;
}

}  // namespace

BodyBehindTitle behind_title(const Article& article) {
  const std::size_t begin = article.title_from_text ? begin_of_made_title(article) : 0;
  auto found = behind(article.title, std::string_view(article.body).substr(begin));
  if (!found) return {};
  found->begin += begin;
  return *found;
}

}  // namespace news
