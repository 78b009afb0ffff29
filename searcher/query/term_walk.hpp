// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/base/utf8.hpp"
#include "searcher/query/vocabulary.hpp"

#include <cstddef>
#include <string>
#include <string_view>

#include <xapian.h>

namespace news {

inline bool is_at_end(const Xapian::TermIterator& term) { return term == Xapian::TermIterator(); }
inline bool is_at_end(const Vocabulary::Walk& term) { return term.at_end(); }

/// Calls `visit(word, frequency)` for those of the terms, which all begin with `prefix`, whose
/// rest is a word that `automaton` accepts, in their order. They are sorted, so they are walked
/// as a trie: what the automaton knows of the characters that a word shares with the one before it
/// is kept, and when no word that begins with some characters can be accepted all those are jumped
/// over.
///
/// An automaton has
///
///   bool step(std::size_t depth, char32_t c);  // takes a character behind the first `depth` ones;
///                                              // whether any word that begins so is accepted
///   bool accepts(std::size_t depth) const;     // whether the first `depth` characters are one
///
/// Each term that is looked at takes one off `steps_left`; when none is left the walk ends, and
/// returns false.
template <typename Terms, typename Automaton, typename Visit>
bool walk_terms(Terms term, const std::string& prefix, Automaton& automaton,
                std::size_t& steps_left, Visit visit) {
  std::u32string taken;
  while (!is_at_end(term)) {
    if (steps_left == 0) return false;
    --steps_left;
    const std::string text = *term;
    const std::string_view word = std::string_view(text).substr(prefix.size());
    std::size_t at = 0;
    std::size_t depth = 0;
    for (std::size_t next = 0; depth < taken.size() && at < word.size(); ++depth, at = next) {
      if (utf8::decode(word, next) != taken[depth]) break;
    }
    taken.resize(depth);
    bool alive = true;
    while (alive && at < word.size()) {
      taken.push_back(utf8::decode(word, at));
      alive = automaton.step(depth++, taken.back());
    }
    if (!alive) {
      // No character of UTF-8 has this byte.
      term.skip_to(text.substr(0, prefix.size() + at) + '\xFF');
      continue;
    }
    if (automaton.accepts(depth)) visit(word, term.get_termfreq());
    ++term;
  }
  return true;
}

}  // namespace news
