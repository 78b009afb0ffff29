// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/snippet/assembly.hpp"
#include "searcher/snippet/passages.hpp"
#include "searcher/snippet/sentence_finder.hpp"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace news {

/// Divides the columns of one snippet among what is shown.
class Layout {
 public:
  struct Tools {
    Room& room;
    SentenceFinder& sentences;
  };

  Layout(std::string_view text, std::size_t columns, Tools tools)
      : text_(text), columns_(columns), tools_(tools) {}

  /// The beginning of the text: as many whole sentences as there is room for, at least a part of
  /// the first.
  std::vector<Passage> lead() const;

  /// The best sentence, with the sentences behind it that fit; or the best two, if the second shows
  /// words that the first does not: whole if both fit, else cut.
  std::vector<Passage> around_matches(std::span<const Sentence> sentences,
                                      const QueryTerms& terms) const;

 private:
  using Choice = PassageChooser::Choice;

  std::vector<Passage> two(const Choice& first, const Choice& second,
                           const PassageChooser& chooser) const;
  Passage part_of(const Choice& choice, std::size_t columns) const;
  Passage extended(Passage passage) const;

  std::string_view text_;
  std::size_t columns_;
  Tools tools_;
};

}  // namespace news
