// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/duplicates/story_ranking.hpp"

#include <algorithm>
#include <utility>

namespace news {

bool StoryRanking::add(const RankedMatch& match) {
  const Sketch& sketch = finder_.sketch(match.id);
  const std::size_t known = story_of(match.id, sketch);
  const bool is_new = known == none;
  if (is_new) {
    stories_.push_back(match);
  } else {
    RankedMatch& story = stories_[known];
    const bool is_equal = story.score == match.score;
    if (is_equal && finder_.was_published_before(match.id, story.id)) story = match;
  }
  for (const std::uint32_t number : sketch) by_number_[number].push_back(members_.size());
  members_.push_back({match.id, is_new ? stories_.size() - 1 : known});
  return is_new;
}

/// The place of the story that this article tells, too, or none.
std::size_t StoryRanking::story_of(Xapian::docid document, const Sketch& sketch) {
  /// Where more articles look alike, they fill in one template.
  constexpr std::size_t most_compared = 5;
  std::unordered_map<std::size_t, std::size_t> shared;  // numbers, by member
  for (const std::uint32_t number : sketch) {
    const auto members = by_number_.find(number);
    if (members == by_number_.end()) continue;
    for (const std::size_t member : members->second) ++shared[member];
  }
  std::vector<std::pair<std::size_t, std::size_t>> candidates;  // numbers shared, member
  for (const auto& [member, numbers] : shared) {
    const std::size_t size = finder_.sketch(members_[member].document).size();
    if (may_be_copies(sketch.size(), size, numbers)) candidates.emplace_back(numbers, member);
  }
  std::sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  candidates.resize(std::min(candidates.size(), most_compared));
  for (const auto& [numbers, member] : candidates) {
    if (finder_.are_one_story(members_[member].document, document)) return members_[member].story;
  }
  return none;
}

}  // namespace news
