// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/text/language.hpp"
#include "searcher/query/query_terms.hpp"
#include "searcher/query/query_word.hpp"
#include "searcher/query/tree.hpp"

#include <chrono>
#include <string>
#include <vector>

#include <xapian.h>

namespace news {

class Vocabulary;

/// What a query is translated for.
struct TranslatorSettings {
  /// The languages of the index, the most frequent first; a word is looked for in its inflected
  /// forms of each.
  std::vector<Language> languages;
  /// Where words with * or ~ find what they stand for.
  Xapian::Database database;
  /// Words side by side must all match. Otherwise any may, and more is better.
  bool require_all = false;
  std::chrono::sys_days today;
  /// The words of an index whose parts are on other machines; null to walk over `database`.
  Vocabulary* vocabulary = nullptr;
};

/// A query for Xapian.
struct TranslatedQuery {
  Xapian::Query query;
  QueryTerms terms;              ///< to be highlighted
  std::vector<QueryWord> words;  ///< those that rank, in their order
  bool has_words = false;        ///< something that makes one hit better than another
  bool is_empty = false;         ///< nothing in it can be searched for: "-", "!!!"
  std::vector<std::string> notes;
};

/// Turns a syntax tree into a Xapian query. Words become their stems, one for each language, as
/// synonyms; phrases, quoted or not, keep their words as they are. Stop words are left out of free
/// text as long as other words remain; written in capitals among small letters they are names. A
/// word that the analyser divides ("COVID-19") is looked for in its parts, and scores higher where
/// they stand together. Words with * or ~ become those words of the index that fit, as synonyms.
/// Fields and dates filter; the same field twice means either. Throws Xapian's errors if the index
/// cannot be read.
TranslatedQuery translate_query(const QueryNode& root, const TranslatorSettings& settings);

}  // namespace news
