// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/spelling_automaton.hpp"

#include "news/base/utf8.hpp"

#include <algorithm>

namespace news {

SpellingAutomaton::SpellingAutomaton(std::string_view word, unsigned edits) : edits_(edits) {
  for (std::size_t at = 0; at < word.size();) word_.push_back(utf8::decode(word, at));
  Row first(word_.size() + 1);
  for (std::size_t i = 0; i < first.size(); ++i) {
    first[i] = static_cast<std::uint8_t>(std::min<std::size_t>(i, edits_ + 1));
  }
  rows_.push_back(std::move(first));
}

bool SpellingAutomaton::step(std::size_t depth, char32_t c) {
  const auto beyond = static_cast<std::uint8_t>(edits_ + 1);
  const std::size_t taken = depth + 1;
  if (rows_.size() <= taken) rows_.resize(taken + 1, Row(word_.size() + 1, beyond));
  taken_.resize(depth);
  taken_.push_back(c);
  Row& row = rows_[taken];
  const Row& above = rows_[depth];
  std::fill(row.begin(), row.end(), beyond);
  if (taken <= edits_) row[0] = static_cast<std::uint8_t>(taken);
  bool alive = row[0] <= edits_;
  const std::size_t first = taken > edits_ ? taken - edits_ : 1;
  const std::size_t last = std::min(word_.size(), taken + edits_);
  for (std::size_t i = first; i <= last; ++i) {
    const bool same = word_[i - 1] == c;
    int best = above[i - 1] + (same ? 0 : 1);
    best = std::min({best, above[i] + 1, row[i - 1] + 1});
    const bool swapped =
        i > 1 && taken > 1 && word_[i - 1] == taken_[depth - 1] && word_[i - 2] == c;
    if (swapped) best = std::min(best, rows_[taken - 2][i - 2] + 1);
    row[i] = static_cast<std::uint8_t>(std::min<int>(best, beyond));
    alive |= row[i] <= edits_;
  }
  return alive;
}

}  // namespace news
