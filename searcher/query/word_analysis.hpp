// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/text/analyzer.hpp"
#include "news/text/language.hpp"
#include "searcher/query/tree.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// Stems of a word, each with the languages whose articles it means the word in: "put" is Putin in
/// Hungarian alone. No languages: in whatever article.
using Stems = std::map<std::string, std::vector<Language>>;

/// A token of a query in all languages of the index.
struct WordForms {
  std::string term;      ///< the word as it is
  std::string tag;       ///< "@handle", "#topic"; empty for other words
  Stems stems;           ///< empty for what has no inflection: numbers, Chinese
  std::string own_stem;  ///< the one in the language of the query; may be empty
  bool dropped = false;  ///< a stop word that is left out of free text
};

/// Analyses the words of one query as the articles were analysed.
///
/// Stop words are dropped as long as other words remain; written in capitals among small letters
/// they are names, and stay. Which words are stop words depends on the language of the query: what
/// it is detected to be if the index has that language, else the most frequent of the index.
class WordAnalysis {
 public:
  /// `languages` are those of the index, the most frequent first.
  WordAnalysis(const QueryNode& root, std::vector<Language> languages);

  /// The tokens of what stands between two spaces.
  std::vector<WordForms> forms_of(std::string_view text);

  /// The same tokens as they are, for phrases; each with `prefix` before it.
  std::vector<std::string> terms_of(std::string_view prefix, std::string_view text);

  /// Scripts without spaces are divided everywhere; their words need not stand together.
  bool is_alphabetic(std::string_view text);

 private:
  bool is_stop(const Token& token, std::string_view text) const;
  void settle_languages(WordForms& forms) const;

  std::vector<Language> languages_;
  Analyzer analyzer_;
  Language language_;  ///< the query's, as far as it matters
  bool shouting_ = false;
  bool drop_stop_words_ = false;
};

}  // namespace news
