// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/snippet/matches.hpp"

#include "searcher/snippet/mask.hpp"

#include <algorithm>

namespace news {

namespace {

using Tokens = std::vector<Token>;

bool stands_at(const QueryTerms::Phrase& phrase, const Tokens& tokens, std::size_t at) {
  if (phrase.terms.size() > tokens.size() - at) return false;
  return std::equal(phrase.terms.begin(), phrase.terms.end(),
                    tokens.begin() + static_cast<std::ptrdiff_t>(at),
                    [](const std::string& term, const Token& token) { return token.term == term; });
}

/// The longest phrase that begins with a token; null if none does.
const QueryTerms::Phrase* phrase_at(const QueryTerms& terms, const Tokens& tokens, std::size_t at) {
  const QueryTerms::Phrase* longest = nullptr;
  const auto [begin, end] = terms.phrases().equal_range(tokens[at].term);
  for (auto entry = begin; entry != end; ++entry) {
    const QueryTerms::Phrase& phrase = entry->second;
    const bool longer = longest == nullptr || phrase.terms.size() > longest->terms.size();
    if (longer && stands_at(phrase, tokens, at)) longest = &phrase;
  }
  return longest;
}

}  // namespace

std::vector<Match> MatchFinder::find(std::string_view text, Language language,
                                     const QueryTerms& terms) {
  std::vector<Match> matches;
  if (terms.words() == 0) return matches;
  const Tokens& tokens =
      analyzer_.analyze(mask_other_words(text, language, terms, masked_), language);
  for (std::size_t i = 0; i < tokens.size();) {
    const QueryTerms::Phrase* const phrase = phrase_at(terms, tokens, i);
    const std::size_t count = phrase == nullptr ? 1 : phrase->terms.size();
    const int word = phrase == nullptr ? terms.word_of(tokens[i], language) : phrase->word;
    if (word >= 0) matches.push_back({{tokens[i].begin, tokens[i + count - 1].end}, word});
    i += count;
  }
  return matches;
}

}  // namespace news
