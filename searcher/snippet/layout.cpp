// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/snippet/layout.hpp"

#include <algorithm>
#include <utility>

namespace news {

namespace {

/// A passage of less says nothing; where there is no room for two of them there is one.
constexpr std::size_t least_columns = 40;

/// Of what is cut: one before, one behind.
constexpr std::size_t mark_columns = 2;

/// The columns that the first of two sentences gets: what it needs if that, or what the other one
/// leaves, is enough; half of them if both have to be cut.
std::size_t share_of(std::size_t room, std::size_t first_needs, std::size_t second_needs) {
  const std::size_t half = room / 2;
  if (first_needs <= half) return first_needs;
  return second_needs <= half ? room - second_needs : half;
}

}  // namespace

/// Takes in the sentences that follow, as far as they fit.
Passage Layout::extended(Passage passage) const {
  while (!passage.cut_behind) {
    const auto sentences = tools_.sentences.behind(text_, passage.range.end);
    if (sentences.empty()) break;
    for (const ByteRange& sentence : sentences) {
      if (!tools_.room.fits({passage.range.begin, sentence.end}, columns_)) return passage;
      passage.range.end = sentence.end;
    }
  }
  return passage;
}

std::vector<Passage> Layout::lead() const {
  const auto sentences = tools_.sentences.behind(text_, 0);
  if (sentences.empty()) return {};
  const Sentence first{.range = sentences.front(), .matches = {}};
  return {extended(part_of({.sentence = &first, .shown = {}}, columns_))};
}

/// As much of a sentence around its best matches as fits.
Passage Layout::part_of(const Choice& choice, std::size_t columns) const {
  const ByteRange sentence = choice.sentence->range;
  if (tools_.room.fits(sentence, columns)) return {.range = sentence};
  const std::size_t room = columns > mark_columns ? columns - mark_columns : 1;
  ByteRange part = sentence;
  const bool from_start = choice.shown.empty() ||
                          tools_.room.fits({sentence.begin, choice.shown.back().range.end}, room);
  if (!from_start) {
    const std::size_t match = choice.shown.front().range.begin;
    part.begin = tools_.room.begin_within({sentence.begin, match}, room / 4);
    if (tools_.room.fits({part.begin, sentence.end}, room)) {
      part.begin = std::min(part.begin, tools_.room.begin_within(sentence, room));
    }
  }
  part.end = tools_.room.end_within(part, room);
  return {.range = part,
          .cut_before = part.begin > sentence.begin,
          .cut_behind = part.end < sentence.end};
}

/// Both sentences, each with its share of the columns; empty if they do not get on.
std::vector<Passage> Layout::two(const Choice& first, const Choice& second,
                                 const PassageChooser& chooser) const {
  const ByteRange all{std::min(first.sentence->range.begin, second.sentence->range.begin),
                      std::max(first.sentence->range.end, second.sentence->range.end)};
  if (tools_.room.fits(all, columns_)) return {extended({.range = all})};
  if (columns_ < 2 * least_columns + joint_columns) return {};
  const std::size_t room = columns_ - joint_columns;
  const std::size_t for_first = share_of(room, tools_.room.columns_of(first.sentence->range),
                                         tools_.room.columns_of(second.sentence->range));
  const Choice shown_first = chooser.best({first.sentence, 1}, for_first);
  const Choice shown_second =
      chooser.best_besides(shown_first, {second.sentence, 1}, room - for_first);
  if (shown_second.sentence == nullptr) return {};
  std::vector<Passage> passages = {part_of(shown_first, for_first),
                                   part_of(shown_second, room - for_first)};
  if (passages[1].range < passages[0].range) std::swap(passages[0], passages[1]);
  if (passages[1].range.begin < passages[0].range.end) return {};  // of one long sentence
  return passages;
}

std::vector<Passage> Layout::around_matches(std::span<const Sentence> sentences,
                                            const QueryTerms& terms) const {
  const PassageChooser chooser(terms, tools_.room);
  const Choice first = chooser.best(sentences, columns_);
  if (first.sentence == nullptr) return lead();
  const Choice second = chooser.best_besides(first, sentences, columns_);
  if (second.sentence != nullptr) {
    std::vector<Passage> passages = two(first, second, chooser);
    if (!passages.empty()) return passages;
  }
  return {extended(part_of(first, columns_))};
}

}  // namespace news
