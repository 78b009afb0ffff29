// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/vocabulary.hpp"

#include "news/text/stop_words.hpp"

#include <utility>

namespace news {

namespace {

std::string key(const Token& token) {
  return std::string(token.stem.empty() ? token.term : token.stem);
}

}  // namespace

Vocabulary::Vocabulary(std::string story)
    : story_(std::move(story)), language_(detect_language(story_)) {
  for (const Token& token : analyzer_.analyze(story_, language_)) stems_.insert(key(token));
}

Vocabulary::Overlap Vocabulary::overlap(std::string_view line) {
  Overlap overlap;
  for (const Token& token : analyzer_.analyze(line, language_)) {
    if (is_stop_word(language_, token.term)) continue;
    ++overlap.telling;
    overlap.shared += stems_.count(key(token));
  }
  return overlap;
}

}  // namespace news
