// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/base/byte_range.hpp"
#include "searcher/query/query_terms.hpp"
#include "searcher/snippet/matches.hpp"
#include "searcher/snippet/room.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace news {

/// A sentence of a text and the matches in it, of which there is at least one. Where a quotation
/// reaches over the end of a sentence, two sentences are one.
struct Sentence {
  ByteRange range;
  std::span<const Match> matches;
};

/// Chooses what of a text is worth showing, by a score of
///
///   coverage    the words of the query that are shown and were not yet, by their weights; 1 for
///   all closeness   up to 0.15: two different words of the query next to each other position    up
///   to 0.10: news says first what matters most repetition  up to 0.05: four matches
///
/// so that a further word of the query nearly always counts more than all else. Of a sentence that
/// does not fit, the best of what would be shown counts.
class PassageChooser {
 public:
  /// A sentence, and which of its matches will surely be seen.
  struct Choice {
    const Sentence* sentence = nullptr;  ///< null if none has a word that was not shown yet
    std::span<const Match> shown;
  };

  PassageChooser(const QueryTerms& terms, const Room& room) : terms_(terms), room_(room) {}

  /// The best sentence where so many columns can be shown; of equal ones the first.
  Choice best(std::span<const Sentence> sentences, std::size_t columns) const;

  /// The best of those that have words that `first` does not show, and that count.
  Choice best_besides(const Choice& first, std::span<const Sentence> sentences,
                      std::size_t columns) const;

 private:
  struct Scored {
    std::span<const Match> shown;
    double score = 0;
  };
  using Shown = std::vector<bool>;  // by the numbers of words

  Choice best_unseen(std::span<const Sentence> sentences, const Shown& seen,
                     std::size_t columns) const;
  double all_weights() const;
  Scored score(const Sentence& sentence, const Shown& seen, std::size_t columns) const;
  double score(std::span<const Match> matches, const Shown& seen) const;

  const QueryTerms& terms_;
  const Room& room_;
};

}  // namespace news
