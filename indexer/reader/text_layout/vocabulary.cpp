// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/vocabulary.hpp"

#include "news/text/analyzer.hpp"
#include "news/text/stop_words.hpp"

#include <algorithm>
#include <vector>

namespace news {

namespace {

/// One a thread: it is costly to make, and the stems that it remembers come again.
const std::vector<Token>& analyze(std::string_view text, Language language) {
  thread_local Analyzer analyzer;
  return analyzer.analyze(text, language);
}

std::string key(const Token& token) {
  return std::string(token.stem.empty() ? token.term : token.stem);
}

}  // namespace

Language Vocabulary::language() {
  if (!language_) language_ = detect_language(story_);
  return *language_;
}

const std::unordered_set<std::string>& Vocabulary::stems() {
  if (!stems_) {
    stems_.emplace();
    for (const Token& token : analyze(story_, language())) stems_->insert(key(token));
  }
  return *stems_;
}

Vocabulary::Overlap Vocabulary::overlap(std::string_view line) {
  const auto& story = stems();  // before the line: tokens are valid until the next are asked for
  Overlap overlap;
  for (const Token& token : analyze(line, language())) {
    if (news::is_stop_word(language(), token.term)) continue;
    ++overlap.telling;
    overlap.shared += story.count(key(token));
  }
  return overlap;
}

bool Vocabulary::is_stop_word(std::string_view word) {
  const auto& tokens = analyze(word, language());
  return !tokens.empty() && std::all_of(tokens.begin(), tokens.end(), [this](const Token& token) {
    return news::is_stop_word(language(), token.term);
  });
}

}  // namespace news
