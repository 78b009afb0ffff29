// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/stemmer.hpp"

#include "news/base/utf8.hpp"
#include "news/text/fold.hpp"

#include <algorithm>

#include <xxhash.h>

namespace news {

namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace

Stemmer::Stemmer(Language language)
    : snowball_(std::string(language.code()), /*fallback=*/true),
      // Russian is mostly printed without the dots of yo, and Snowball knows it only so.
      yo_is_ye_(language.code() == "ru"),
      cache_(cache_entries) {}

std::string_view Stemmer::stem(std::string_view folded) {
  if (folded.size() > max_stemmed_bytes) {
    uncached_ = is_ascii(folded) ? std::string(folded) : fold_marks(folded);
    return uncached_;
  }
  Entry& entry = cache_[XXH3_64bits(folded.data(), folded.size()) % cache_entries];
  if (entry.word != folded) {
    entry.stem = compute(folded);
    entry.word = folded;
  }
  return entry.stem;
}

std::string Stemmer::compute(std::string_view folded) const {
  std::string word(folded);
  if (yo_is_ye_) replace_all(word, "\u0451", "\u0435");
  std::string stem = snowball_(word);
  return is_ascii(stem) ? stem : fold_marks(stem);
}

}  // namespace news
