// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/text/analyzer.hpp"

#include <map>
#include <string>

namespace news {

/// The words that a query asks for, to find them in a text. A word may have several forms, one for
/// each language of the index, or all that fit a pattern; they have the same number.
class QueryTerms {
 public:
  /// Begins the next word and returns its number.
  int add_word() { return words_++; }
  void add_stem(int word, const std::string& stem) { stems_.emplace(stem, word); }
  void add_term(int word, const std::string& term) { terms_.emplace(term, word); }

  int words() const { return words_; }

  /// The number of the word that a token is a form of; -1 for none.
  int word_of(const Token& token) const;

 private:
  int words_ = 0;
  std::map<std::string, int, std::less<>> stems_;
  std::map<std::string, int, std::less<>> terms_;
};

}  // namespace news
