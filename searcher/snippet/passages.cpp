// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/snippet/passages.hpp"

#include <algorithm>

namespace news {

namespace {

constexpr double most_closeness = 0.15;
constexpr double most_position = 0.10;
constexpr double most_repetition = 0.05;

/// Bytes between two words, or before a sentence, that halve what their nearness is worth.
constexpr double half_gap = 16;
constexpr double half_position = 1000;

/// A further passage has to show so much that is new.
constexpr double least_coverage = 0.05;

/// More matches say no more.
constexpr std::size_t enough_matches = 4;

std::size_t index_of(const Match& match) { return static_cast<std::size_t>(match.word); }

/// 1 for two different words side by side, less for what is between the nearest two, 0 for none.
double closeness(std::span<const Match> matches) {
  double most = 0;
  for (std::size_t i = 1; i < matches.size(); ++i) {
    if (matches[i].word == matches[i - 1].word) continue;
    const auto gap = static_cast<double>(matches[i].range.begin - matches[i - 1].range.end);
    most = std::max(most, half_gap / (half_gap + gap));
  }
  return most;
}

double position(std::span<const Match> matches) {
  return half_position / (half_position + static_cast<double>(matches.front().range.begin));
}

double repetition(std::span<const Match> matches) {
  return static_cast<double>(std::min(matches.size(), enough_matches)) / enough_matches;
}

/// The columns that are left for words behind those that stand before the first match.
std::size_t beside_context(std::size_t columns) { return columns - columns / 4; }

}  // namespace

double PassageChooser::all_weights() const {
  double sum = 0;
  for (int word = 0; word < terms_.words(); ++word) sum += terms_.weight(word);
  return sum;
}

/// 0 if too little is new.
double PassageChooser::score(std::span<const Match> matches, const Shown& seen) const {
  Shown counted = seen;
  double gained = 0;
  for (const Match& match : matches) {
    if (!counted[index_of(match)]) gained += terms_.weight(match.word);
    counted[index_of(match)] = true;
  }
  const double coverage = gained / all_weights();
  const bool is_first = std::find(seen.begin(), seen.end(), true) == seen.end();
  if (!is_first && coverage < least_coverage) return 0;
  return coverage + most_closeness * closeness(matches) + most_position * position(matches) +
         most_repetition * repetition(matches);
}

PassageChooser::Scored PassageChooser::score(const Sentence& sentence, const Shown& seen,
                                             std::size_t columns) const {
  const std::span<const Match> matches = sentence.matches;
  if (room_.fits(sentence.range, columns)) return {matches, score(matches, seen)};
  // From each match as far as there is room.
  std::vector<std::size_t> columns_before = {0};
  for (std::size_t i = 1; i < matches.size(); ++i) {
    columns_before.push_back(columns_before.back() + room_.columns_of({matches[i - 1].range.begin,
                                                                       matches[i].range.begin}));
  }
  Scored best;
  std::size_t end = 0;
  for (std::size_t begin = 0; begin < matches.size(); ++begin) {
    end = std::max(end, begin + 1);
    while (end < matches.size() &&
           columns_before[end] - columns_before[begin] + room_.columns_of(matches[end].range) <=
               beside_context(columns)) {
      ++end;
    }
    const std::span<const Match> part = matches.subspan(begin, end - begin);
    const double worth = score(part, seen);
    if (worth > best.score) best = {part, worth};
  }
  return best;
}

PassageChooser::Choice PassageChooser::best_unseen(std::span<const Sentence> sentences,
                                                   const Shown& seen, std::size_t columns) const {
  Choice best;
  double best_score = 0;
  for (const Sentence& sentence : sentences) {
    const Scored scored = score(sentence, seen, columns);
    if (scored.score <= best_score) continue;
    best = {&sentence, scored.shown};
    best_score = scored.score;
  }
  return best;
}

PassageChooser::Choice PassageChooser::best(std::span<const Sentence> sentences,
                                            std::size_t columns) const {
  return best_unseen(sentences, Shown(static_cast<std::size_t>(terms_.words())), columns);
}

PassageChooser::Choice PassageChooser::best_besides(const Choice& first,
                                                    std::span<const Sentence> sentences,
                                                    std::size_t columns) const {
  Shown seen(static_cast<std::size_t>(terms_.words()));
  for (const Match& match : first.shown) seen[index_of(match)] = true;
  return best_unseen(sentences, seen, columns);
}

}  // namespace news
