// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/query/limits.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace news {

/// Words of an index that a pattern fits.
struct Expansion {
  std::vector<std::string> words;  ///< without their prefix; the most frequent first
  std::size_t fitting = 0;         ///< how many there are, of which `words` are some
  bool complete = true;            ///< all words of the index were looked at
};

/// A word of an index, and how it compares with one that was looked for.
struct SimilarWord {
  std::string word;
  Xapian::doccount frequency = 0;  ///< the number of articles that have it
  unsigned edits = 0;              ///< how far it is away
};

/// Finds words of an index, with what is left of the limits for one query (limits.hpp). Frequencies
/// are numbers of articles, in all segments together; words that are equally frequent come in their
/// own order. Throws Xapian's errors.
class TermExpander {
 public:
  explicit TermExpander(Xapian::Database database) : database_(std::move(database)) {}

  /// The words of a field (schema.hpp has the prefixes) that begin so.
  Expansion words_beginning(const std::string& prefix, std::string_view beginning);

  /// Those that begin with the same letter and are at most so many edits away; see
  /// SpellingAutomaton.
  Expansion words_like(const std::string& prefix, std::string_view word, unsigned edits);

  /// All of these, unsorted and with no limit but that of the words that are looked at; `complete`
  /// tells whether that was enough.
  std::vector<SimilarWord> similar_words(const std::string& prefix, std::string_view word,
                                         unsigned edits, bool* complete = nullptr);

  /// Words of free text that are at most one edit away, with any first letter.
  std::vector<SimilarWord> nearest_words(std::string_view word);

  /// Words of free text that are a way to write `word` in another script, or in Latin letters; the
  /// most frequent first. Scripts without vowels, which leave much open, are looked at only for
  /// what is `surely_a_name`. Has a limit of its own for the words that are looked at.
  std::vector<std::string> words_in_other_scripts(std::string_view word, bool surely_a_name);

 private:
  Expansion most_frequent(std::vector<SimilarWord> words, bool complete);

  Xapian::Database database_;
  std::size_t steps_left_ = limits::terms_looked_at;
  std::size_t words_left_ = limits::expansions;
  std::size_t name_steps_left_ = limits::terms_looked_at_for_names;
};

/// How many edits "word~" allows: none for a word of one or two letters, one for up to five, two
/// for longer ones.
unsigned usual_edits(std::string_view word);

}  // namespace news
