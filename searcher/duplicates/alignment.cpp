// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/duplicates/alignment.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>
#include <tuple>

namespace news {

namespace {

/// Shorter ones, such as "of the", are in every text.
constexpr std::size_t shortest_run = 3;

using Words = std::span<const StoryWord>;

/// Where each three words of a text begin.
class Places {
 public:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  explicit Places(Words words)
      : first_(std::bit_ceil(2 * words.size() + 1), none), next_(words.size(), none) {
    // From the end, so that each list begins with the first place.
    for (std::size_t at = words.size(); at-- > 0;) {
      if (at + shortest_run > words.size()) continue;
      std::uint32_t& head = first_[slot(words.subspan(at))];
      next_[at] = head;
      head = static_cast<std::uint32_t>(at);
    }
  }

  /// The first place of words that are perhaps these, and the next one after it.
  std::uint32_t first(Words words) const { return first_[slot(words)]; }
  std::uint32_t next(std::uint32_t place) const { return next_[place]; }

 private:
  std::size_t slot(Words words) const {
    const std::uint64_t hash = words[0].hash + 3 * words[1].hash + 7 * words[2].hash;
    return (hash ^ (hash >> 32U)) & (first_.size() - 1);
  }

  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> next_;
};

std::size_t common_start(Words a, Words b) {
  const std::size_t longest = std::min(a.size(), b.size());
  std::size_t words = 0;
  while (words < longest && a[words].hash == b[words].hash) ++words;
  return words;
}

std::size_t distance(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

}  // namespace

std::vector<CommonRun> common_runs(Words a, Words b) {
  /// What a text repeats more often is looked at no further.
  constexpr int most_places = 8;
  const Places places(a);
  std::vector<CommonRun> runs;
  std::size_t expected = 0;  // in a: the end of the run before
  for (std::size_t at = 0; at + shortest_run <= b.size();) {
    CommonRun best;
    int tried = 0;
    for (std::uint32_t place = places.first(b.subspan(at));
         place != Places::none && tried < most_places; place = places.next(place), ++tried) {
      const std::size_t words = common_start(a.subspan(place), b.subspan(at));
      if (words < shortest_run || words < best.words) continue;
      if (words == best.words && distance(place, expected) >= distance(best.in_a, expected)) {
        continue;
      }
      best = {place, at, words};
    }
    if (best.words == 0) {
      ++at;
      continue;
    }
    runs.push_back(best);
    expected = best.in_a + best.words;
    at += best.words;
  }
  return runs;
}

std::vector<CommonRun> in_order(const std::vector<CommonRun>& runs) {
  /// A chain passes over no more runs than that, which keeps this linear.
  constexpr std::size_t reach = 64;
  constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
  struct Chain {
    std::size_t words = 0;
    std::size_t before = none;
  };
  std::vector<Chain> chains(runs.size());
  std::size_t best = none;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    for (std::size_t j = i - std::min(i, reach); j < i; ++j) {
      if (runs[j].in_a + runs[j].words > runs[i].in_a) continue;
      if (chains[j].words > chains[i].words) chains[i] = {chains[j].words, j};
    }
    chains[i].words += runs[i].words;
    if (best == none || chains[i].words > chains[best].words) best = i;
  }
  std::vector<CommonRun> chain;
  for (; best != none; best = chains[best].before) chain.push_back(runs[best]);
  std::reverse(chain.begin(), chain.end());
  return chain;
}

std::size_t words_in(const std::vector<CommonRun>& runs) {
  std::size_t words = 0;
  for (const CommonRun& run : runs) words += run.words;
  return words;
}

}  // namespace news
