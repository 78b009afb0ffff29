// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/author_names.hpp"

#include "news/article/byline.hpp"
#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"
#include "news/text/letter_case.hpp"
#include "news/text/whitespace.hpp"

#include <algorithm>

namespace news {

namespace {

bool is_address(std::string_view word) {
  return word.find("://") != word.npos || word.find('@') != word.npos || word.starts_with("www.") ||
         word.starts_with("mailto:");
}

/// A value without the words that are addresses.
std::string without_addresses(std::string_view value) {
  std::string out;
  const std::string folded = fold_whitespace(value);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    const std::string_view word = std::string_view(folded).substr(at, end - at);
    if (!is_address(word)) (out += out.empty() ? "" : " ") += word;
    at = end + 1;
  }
  return out;
}

}  // namespace

std::vector<std::string> author_names(std::string_view value) {
  std::string text = without_addresses(value);
  text.resize(std::min(text.find(" | "), text.size()));
  return authors_of(text);
}

bool looks_like_name(std::string_view text) {
  constexpr std::size_t longest = 60;
  constexpr std::ptrdiff_t most_words = 6;
  if (text.empty() || text.size() > longest || !has_letter(text) || starts_lower(text)) {
    return false;
  }
  if (std::any_of(text.begin(), text.end(), ascii::is_digit)) return false;
  if (text.find_first_of("?!:%/<>{}[]") != text.npos) return false;
  return std::count(text.begin(), text.end(), ' ') < most_words;
}

}  // namespace news
