// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/query_terms.hpp"

#include "news/index/schema.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace news {

int QueryTerms::add_word() {
  weights_.push_back(1);
  return words() - 1;
}

void QueryTerms::add_phrase(std::vector<std::string> terms) {
  if (terms.empty()) return;
  const int word = add_word();
  if (terms.size() == 1) {
    add_term(word, terms.front());
  } else {
    std::string first = terms.front();
    phrases_.emplace(std::move(first), Phrase{word, std::move(terms)});
  }
}

int QueryTerms::word_of(const Token& token, Language language) const {
  if (const auto found = terms_.find(token.term); found != terms_.end()) return found->second;
  if (token.stem.empty()) return -1;
  const auto [begin, end] = stems_.equal_range(token.stem);
  const auto found = std::find_if(begin, end, [language](const auto& stem) {
    const std::vector<Language>& languages = stem.second.languages;
    return languages.empty() ||
           std::find(languages.begin(), languages.end(), language) != languages.end();
  });
  return found == end ? -1 : found->second.word;
}

void QueryTerms::weigh(const std::function<double(const std::string& term)>& rarity) {
  if (weights_.empty()) return;
  constexpr double unknown = std::numeric_limits<double>::max();
  std::fill(weights_.begin(), weights_.end(), unknown);
  const auto lower_to = [this](int word, double value) {
    double& weight = weights_[static_cast<std::size_t>(word)];
    weight = std::min(weight, value);
  };
  for (const auto& [term, word] : terms_) lower_to(word, rarity(term));
  for (const auto& [stem, form] : stems_) {
    lower_to(form.word, rarity(schema::term(schema::stem, stem)));
  }
  for (const auto& [first, phrase] : phrases_) {
    double sum = 0;
    for (const std::string& term : phrase.terms) sum += rarity(term);
    lower_to(phrase.word, sum);
  }
  const double least = *std::min_element(weights_.begin(), weights_.end());
  std::replace(weights_.begin(), weights_.end(), unknown, least == unknown ? 1 : least);
}

}  // namespace news
