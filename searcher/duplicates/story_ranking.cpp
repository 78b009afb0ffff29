// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/duplicates/story_ranking.hpp"

#include <algorithm>
#include <utility>

namespace news {

bool StoryRanking::add(const RankedMatch& match) {
  if (const auto told = told_.find(match.id); told != told_.end()) {
    stand_in(match, stories_[told->second]);
    return false;
  }
  std::vector<Xapian::docid> tellers = finder_.tellers_of(match.id);
  const auto known = std::find_if(tellers.begin(), tellers.end(),
                                  [this](Xapian::docid id) { return told_.contains(id); });
  const bool is_new = known == tellers.end();
  const std::size_t place = is_new ? stories_.size() : told_.at(*known);
  if (is_new) stories_.push_back({match, {}});
  Story& story = stories_[place];
  for (const Xapian::docid teller : tellers) {
    if (told_.try_emplace(teller, place).second) story.tellers.push_back(teller);
  }
  if (!is_new) stand_in(match, story);
  return is_new;
}

/// Lets a later match stand for the story if it is as good and was published before.
void StoryRanking::stand_in(const RankedMatch& match, Story& story) {
  const bool is_equal = by_score_ && story.match.score == match.score;
  if (is_equal && finder_.was_published_before(match.id, story.match.id)) story.match = match;
}

}  // namespace news
