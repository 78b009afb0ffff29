// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/stemmer.hpp"

#include "news/text/fold.hpp"

namespace news {

namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace

Stemmer::Stemmer(Language language)
    : snowball_(std::string(language.code()), /*fallback=*/true),
      // Russian is mostly printed without the dots of yo, and Snowball knows it only so.
      yo_is_ye_(language.code() == "ru") {}

std::string Stemmer::stem(std::string_view folded) const {
  std::string word(folded);
  if (word.size() <= max_stemmed_bytes) {
    if (yo_is_ye_) replace_all(word, "\u0451", "\u0435");
    word = snowball_(word);
  }
  return fold_marks(word);
}

}  // namespace news
