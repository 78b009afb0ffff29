// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/query/term_expansion.hpp"
#include "searcher/query/translator.hpp"
#include "searcher/query/word_analysis.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

namespace news {

/// A query on its way to Xapian: what the parts of the translator share.
class Translation {
 public:
  Translation(const QueryNode& root, const TranslatorSettings& settings)
      : settings_(settings),
        analysis_(root, settings.languages),
        expander_(settings.database, settings.vocabulary) {}

  const TranslatorSettings& settings() const { return settings_; }
  TermExpander& expander() { return expander_; }
  TranslatedQuery& result() { return result_; }

  /// The tokens of a text, as far as the limit of words goes.
  std::vector<WordForms> forms_of(std::string_view text);

  /// The same as they are, each with `prefix` before it.
  std::vector<std::string> terms_of(std::string_view prefix, std::string_view text);

  /// Whether the limit of words has room for something else that filters.
  bool take_word();

  /// These as `positional`, a phrase or NEAR group, as far as the limits of what is read of
  /// positions go; behind them articles that have all of these; and then nothing.
  Xapian::Query within_reach(const std::vector<Xapian::Query>& places,
                             const Xapian::Query& positional);

  /// Whether those limits have room for another phrase. If so it is taken.
  bool take_positions(const std::vector<Xapian::Query>& places);

  /// What a word of the index, and not of the query, may be a form of.
  std::vector<WordForms> forms_of_index_word(std::string_view word) {
    return analysis_.forms_of(word);
  }

  bool is_alphabetic(std::string_view text) { return analysis_.is_alphabetic(text); }

  /// A line for the user; the same one is said once.
  void note(std::string line);

  /// Whether what is being translated must not match.
  bool excluding() const { return excluding_; }
  bool set_excluding(bool excluding) { return std::exchange(excluding_, excluding); }

  /// The next word ranks; a word that was left out, or anything else than a word, calls
  /// end_of_words() so that none adjoins the one before it.
  void add_word(const WordForms& forms);
  void end_of_words() { word_before_ = false; }

  /// What was translated ranks and is to be highlighted, unless it is excluded: each of `terms` is
  /// a word of its own.
  void show_words(const std::vector<std::string>& terms);

  /// The same for words that are highlighted only as a whole.
  void show_phrase(const std::vector<std::string>& terms);

  /// The same for one word that has several forms.
  void show_forms(const std::vector<std::string>& terms);

 private:
  std::size_t articles_with_all(const std::vector<Xapian::Query>& places) const;
  template <typename Word>
  std::vector<Word> within_limit(std::vector<Word> words);

  const TranslatorSettings& settings_;
  WordAnalysis analysis_;
  TermExpander expander_;
  std::size_t words_read_ = 0;
  std::size_t positional_words_ = 0;
  std::size_t positional_articles_ = 0;
  std::size_t conjunction_articles_ = 0;  ///< read for phrases beyond those limits
  bool excluding_ = false;
  bool word_before_ = false;  ///< what comes next stands behind a word that ranks
  TranslatedQuery result_;
};

/// The articles with a stem, of these languages only if there are any; see Stems.
Xapian::Query stem_query(std::string_view prefix, const std::string& stem,
                         const std::vector<Language>& languages);

/// The queries as one; none for none.
Xapian::Query combined(Xapian::Query::op op, const std::vector<Xapian::Query>& queries);

/// The forms of a word as one word, which is as rare as Xapian takes it to be that an article has
/// any of them; none for none. That does not depend on how the index is divided.
Xapian::Query synonyms(const std::vector<Xapian::Query>& forms);

}  // namespace news
