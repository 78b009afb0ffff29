// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/text/analyzer.hpp"
#include "news/text/language.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace news {

/// The words that a query asks for, to find them in a text. A word may have several forms, one for
/// each language of the index, or all that fit a pattern; they have the same number. A quotation
/// counts as one word.
class QueryTerms {
 public:
  /// Terms that have to follow each other.
  struct Phrase {
    int word = 0;
    std::vector<std::string> terms;  ///< two or more
  };
  using Phrases = std::multimap<std::string, Phrase, std::less<>>;  ///< by their first terms

  /// Begins the next word and returns its number.
  int add_word();
  /// A form in the articles of these languages; in all, if there are none.
  void add_stem(int word, const std::string& stem, std::vector<Language> languages = {}) {
    stems_.emplace(stem, Stem{word, std::move(languages)});
  }
  void add_term(int word, const std::string& term) { terms_.emplace(term, word); }

  /// Adds the words of a quotation as one word.
  void add_phrase(std::vector<std::string> terms);

  int words() const { return static_cast<int>(weights_.size()); }
  const Phrases& phrases() const { return phrases_; }

  /// The number of the word that a token of a text in this language is a form of by itself; -1 for
  /// none.
  int word_of(const Token& token, Language language) const;

  /// How much it says that a text has a word, more than 0; 1 for all until weigh() is called.
  double weight(int word) const { return weights_[static_cast<std::size_t>(word)]; }

  /// Weighs the words by `rarity`, which says of a term of the index how rare it is, more than 0.
  /// A word is as rare as the most common of its forms, a quotation as all its words together.
  void weigh(const std::function<double(const std::string& term)>& rarity);

  /// Calls `visit` with each form of each word: whole terms and stems.
  template <typename Visit>
  void for_each_term(Visit visit) const {
    for (const auto& [term, word] : terms_) visit(std::string_view(term));
    for (const auto& [stem, form] : stems_) visit(std::string_view(stem));
    for (const auto& [first, phrase] : phrases_) {
      for (const std::string& term : phrase.terms) visit(std::string_view(term));
    }
  }

 private:
  struct Stem {
    int word = 0;
    std::vector<Language> languages;
  };

  std::multimap<std::string, Stem, std::less<>> stems_;
  std::map<std::string, int, std::less<>> terms_;
  Phrases phrases_;
  std::vector<double> weights_;  ///< of the words, by their numbers
};

}  // namespace news
