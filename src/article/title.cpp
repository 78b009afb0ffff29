// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/article/title.hpp"

#include "news/article/dateline.hpp"
#include "news/base/utf8.hpp"
#include "news/text/display_width.hpp"
#include "news/text/letter_case.hpp"
#include "news/text/sentences.hpp"
#include "news/text/whitespace.hpp"

#include <algorithm>

namespace news {

namespace {

/// Columns of a title: the longest headlines of news sites.
constexpr std::size_t max_title_columns = 90;

/// More of a body than any title needs.
constexpr std::size_t looked_at_bytes = 2000;

/// `text` cut behind the last word that ends within the columns; between two characters where no
/// word does, as in Chinese.
std::string cut_at_word(std::string_view text) {
  std::size_t columns = 0;
  std::size_t last_space = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = utf8::decode(text, at);
    if (c == U' ') last_space = start;
    columns += display_width(c);
    if (columns <= max_title_columns) continue;
    // A space near the start only means that what follows has none.
    const std::size_t cut = last_space > start / 2 ? last_space : start;
    std::string_view kept = text.substr(0, cut);
    while (!kept.empty() && (kept.back() == ',' || kept.back() == ' ')) kept.remove_suffix(1);
    return std::string(kept) + "…";
  }
  return std::string(text);
}

}  // namespace

std::string title_from_body(std::string_view body) {
  std::string_view start = utf8::truncate(body, looked_at_bytes);
  if (const auto dateline = find_dateline(start)) start.remove_prefix(dateline->length);
  thread_local SentenceSplitter splitter;
  for (std::string_view rest = start; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));  // which ends a sentence
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    for (const ByteRange& sentence : splitter.split(line)) {
      std::string title = fold_whitespace(sentence.in(line));
      if (!has_letter(title)) continue;  // dots or figures
      if (title.ends_with('.') && !title.ends_with("..")) title.pop_back();
      return cut_at_word(title);
    }
  }
  return cut_at_word(fold_whitespace(start.substr(0, start.find('\n'))));
}

}  // namespace news
