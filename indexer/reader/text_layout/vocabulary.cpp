// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/vocabulary.hpp"

#include "news/text/stop_words.hpp"

#include <algorithm>
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
    if (news::is_stop_word(language_, token.term)) continue;
    ++overlap.telling;
    overlap.shared += stems_.count(key(token));
  }
  return overlap;
}

bool Vocabulary::is_stop_word(std::string_view word) {
  const auto& tokens = analyzer_.analyze(word, language_);
  return !tokens.empty() && std::all_of(tokens.begin(), tokens.end(), [this](const Token& token) {
    return news::is_stop_word(language_, token.term);
  });
}

}  // namespace news
