// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/term_expansion.hpp"

#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"
#include "news/text/romanization.hpp"
#include "searcher/query/romanization_automaton.hpp"
#include "searcher/query/spelling_automaton.hpp"
#include "searcher/query/term_walk.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace news {

namespace {

/// Accepts every word.
struct AnyWord {
  static bool step(std::size_t /*depth*/, char32_t /*c*/) { return true; }
  static bool accepts(std::size_t /*depth*/) { return true; }
};

/// An automaton that took its first character already.
template <typename Automaton>
class BehindFirst {
 public:
  explicit BehindFirst(Automaton& automaton) : automaton_(automaton) {}

  bool step(std::size_t depth, char32_t c) { return automaton_.step(depth + 1, c); }
  bool accepts(std::size_t depth) const { return automaton_.accepts(depth + 1); }

 private:
  Automaton& automaton_;
};

/// Whether words of an index begin with a letter, asked of letters in their order: most indexes
/// have words in a few scripts, and what lies between these is passed over at one look.
class FirstLetters {
 public:
  explicit FirstLetters(const Xapian::Database& database)
      : term_(database.allterms_begin()), end_(database.allterms_end()) {}

  bool has(const std::string& letter) {
    if (term_ != end_ && next_ < letter) {
      term_.skip_to(letter);
      if (term_ != end_) next_ = *term_;
    }
    return term_ != end_ && next_.starts_with(letter);
  }

 private:
  Xapian::TermIterator term_;
  Xapian::TermIterator end_;
  std::string next_;  ///< the first term that is not before the last letter asked for
};

std::string first_letter(std::string_view word) {
  std::size_t end = 0;
  if (!word.empty()) utf8::decode(word, end);
  return std::string(word.substr(0, end));
}

const RomanizedLetter* letter_at_start(std::string_view word) {
  std::size_t at = 0;
  return romanized_letter(utf8::decode(word, at));
}

/// Leaves the `most` most frequent words, the most frequent first.
void sort_by_frequency(std::vector<SimilarWord>& words, std::size_t most) {
  most = std::min(most, words.size());
  std::partial_sort(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(most), words.end(),
                    [](const SimilarWord& a, const SimilarWord& b) {
                      return std::tie(b.frequency, a.word) < std::tie(a.frequency, b.word);
                    });
  words.resize(most);
}

}  // namespace

Expansion TermExpander::words_beginning(const std::string& prefix, std::string_view beginning) {
  std::vector<SimilarWord> found;
  AnyWord any;
  const bool complete =
      walk_terms(database_, prefix + std::string(beginning), any, steps_left_,
                 [&](std::string_view rest, Xapian::doccount frequency) {
                   found.push_back({std::string(beginning).append(rest), frequency});
                 });
  return most_frequent(std::move(found), complete);
}

Expansion TermExpander::words_like(const std::string& prefix, std::string_view word,
                                   unsigned edits) {
  bool complete = true;
  std::vector<SimilarWord> found = similar_words(prefix, word, edits, &complete);
  return most_frequent(std::move(found), complete);
}

std::vector<SimilarWord> TermExpander::similar_words(const std::string& prefix,
                                                     std::string_view word, unsigned edits,
                                                     bool* complete) {
  const std::string letter = first_letter(word);
  std::vector<SimilarWord> found;
  SpellingAutomaton alike(word.substr(letter.size()), edits);
  const bool all = walk_terms(
      database_, prefix + letter, alike, steps_left_,
      [&](std::string_view rest, Xapian::doccount frequency) {
        found.push_back({letter + std::string(rest), frequency, alike.distance(utf8::count(rest))});
      });
  if (complete != nullptr) *complete = all;
  return found;
}

std::vector<SimilarWord> TermExpander::nearest_words(std::string_view word) {
  std::vector<SimilarWord> found;
  SpellingAutomaton alike(word, 1);
  walk_terms(database_, {}, alike, steps_left_,
             [&](std::string_view other, Xapian::doccount frequency) {
               found.push_back({std::string(other), frequency, 1});
             });
  return found;
}

std::vector<std::string> TermExpander::words_in_other_scripts(std::string_view word,
                                                              bool surely_a_name) {
  constexpr std::size_t shortest = 4;
  constexpr std::size_t most = 5;
  if (utf8::count(word) < shortest) return {};
  std::vector<SimilarWord> found;
  const auto look_behind = [&](const std::string& letter, auto& automaton) {
    BehindFirst rest(automaton);
    walk_terms(database_, letter, rest, name_steps_left_,
               [&](std::string_view other, Xapian::doccount frequency) {
                 if (utf8::count(other) + 1 < shortest) return;
                 found.push_back({letter + std::string(other), frequency});
               });
  };
  if (ascii::is_alpha(word.front())) {
    FromLatinAutomaton from_latin(word);
    FirstLetters first_letters(database_);
    for (const RomanizedLetter& letter : romanized_letters()) {
      if (letter.next != 0 || (letter.before_vowels && !surely_a_name)) continue;
      if (!from_latin.step(0, letter.letter)) continue;
      std::string first;
      utf8::append(first, letter.letter);
      if (first_letters.has(first)) look_behind(first, from_latin);
    }
  } else if (const RomanizedLetter* first = letter_at_start(word)) {
    if (first->before_vowels && utf8::count(word) <= shortest) return {};
    ToLatinAutomaton to_latin(word);
    for (const char letter : to_latin.first_letters()) {
      to_latin.step(0, static_cast<unsigned char>(letter));
      look_behind(std::string(1, letter), to_latin);
    }
  }
  sort_by_frequency(found, most);
  std::vector<std::string> words;
  for (SimilarWord& other : found) words.push_back(std::move(other.word));
  return words;
}

Expansion TermExpander::most_frequent(std::vector<SimilarWord> words, bool complete) {
  Expansion expansion;
  expansion.fitting = words.size();
  expansion.complete = complete;
  sort_by_frequency(words, std::min(limits::expansion, words_left_));
  words_left_ -= words.size();
  for (SimilarWord& word : words) expansion.words.push_back(std::move(word.word));
  return expansion;
}

unsigned usual_edits(std::string_view word) {
  const std::size_t letters = utf8::count(word);
  return letters < 3 ? 0 : letters < 6 ? 1 : 2;
}

}  // namespace news
