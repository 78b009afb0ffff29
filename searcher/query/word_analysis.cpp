// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/word_analysis.hpp"

#include "news/text/letter_case.hpp"
#include "news/text/stop_words.hpp"

#include <algorithm>
#include <utility>

namespace news {

namespace {

void collect_words(const QueryNode& node, std::string& text) {
  if (node.kind == QueryNode::Kind::word && node.field == SearchField::text) {
    text += node.text + " ";
  }
  for (const QueryNode& child : node.children) {
    if (!child.excluded) collect_words(child, text);
  }
}

}  // namespace

WordAnalysis::WordAnalysis(const QueryNode& root, std::vector<Language> languages)
    : languages_(std::move(languages)) {
  if (languages_.empty()) languages_.emplace_back();
  std::string text;
  collect_words(root, text);
  const Language detected = detect_language(text);
  const bool known = std::find(languages_.begin(), languages_.end(), detected) != languages_.end();
  language_ = known ? detected : languages_.front();
  shouting_ = is_all_upper(text);
  const auto& tokens = analyzer_.analyze(text, language_);
  drop_stop_words_ = std::any_of(tokens.begin(), tokens.end(),
                                 [&](const Token& token) { return !is_stop(token, text); });
}

std::vector<WordForms> WordAnalysis::forms_of(std::string_view text) {
  std::vector<WordForms> forms;
  for (const Language language : languages_) {
    std::size_t i = 0;
    for (const Token& token : analyzer_.analyze(text, language)) {
      if (i == forms.size()) {
        forms.push_back({.term = std::string(token.term),
                         .tag = std::string(token.tag),
                         .stems = {},
                         .own_stem = {},
                         .dropped = drop_stop_words_ && is_stop(token, text)});
      }
      if (!token.stem.empty()) {
        forms[i].stems[std::string(token.stem)].push_back(language);
        if (language == language_) forms[i].own_stem = token.stem;
      }
      ++i;
    }
  }
  for (WordForms& each : forms) settle_languages(each);
  return forms;
}

/// The word as it is means itself in every article; a stem that is another word, only where its
/// language makes it of this one. Articles of no known language cannot be told by that.
void WordAnalysis::settle_languages(WordForms& forms) const {
  for (auto& [stem, languages] : forms.stems) {
    const bool unknown =
        std::find(languages.begin(), languages.end(), Language()) != languages.end();
    const bool everywhere = stem == forms.term || languages.size() == languages_.size();
    if (everywhere || unknown) languages.clear();
  }
}

std::vector<std::string> WordAnalysis::terms_of(std::string_view prefix, std::string_view text) {
  std::vector<std::string> terms;
  for (const Token& token : analyzer_.analyze(text, language_)) {
    terms.push_back(std::string(prefix).append(token.term));
  }
  return terms;
}

bool WordAnalysis::is_alphabetic(std::string_view text) {
  const auto& tokens = analyzer_.analyze(text, language_);
  return std::any_of(tokens.begin(), tokens.end(),
                     [](const Token& token) { return !token.stem.empty(); });
}

bool WordAnalysis::is_stop(const Token& token, std::string_view text) const {
  const std::string_view written = text.substr(token.begin, token.end - token.begin);
  const bool name = !shouting_ && written.size() > 1 && is_all_upper(written);
  return !name && is_stop_word(language_, token.term);
}

}  // namespace news
