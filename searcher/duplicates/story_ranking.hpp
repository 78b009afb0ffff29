// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/duplicates/copy_finder.hpp"
#include "searcher/rank/ranked_match.hpp"

#include <cstddef>
#include <unordered_map>
#include <vector>

#include <xapian.h>

namespace news {

/// Makes stories of matches that come in the order of their rank: an article that tells the story
/// of an earlier one stands behind it, also if that one stands behind another. The first stands for
/// the story; of those with the same score, which mostly are copies to the letter, the one that was
/// published first.
///
/// Who tells a story is looked up once, at its first match, so a match that is one of these costs
/// nothing. What a match becomes depends on the matches before it alone, so pages of a result fit
/// together.
class StoryRanking {
 public:
  struct Story {
    RankedMatch match;                   ///< stands for the story
    std::vector<Xapian::docid> tellers;  ///< all articles of the index that tell it
  };

  /// `by_score`: matches come in the order of their scores. If not, the first always stands.
  StoryRanking(CopyFinder& finder, bool by_score) : finder_(finder), by_score_(by_score) {}

  /// The next match. True if it begins a story.
  bool add(const RankedMatch& match);

  const std::vector<Story>& stories() const { return stories_; }

 private:
  void stand_in(const RankedMatch& match, Story& story);

  CopyFinder& finder_;
  bool by_score_;
  std::vector<Story> stories_;
  std::unordered_map<Xapian::docid, std::size_t> told_;  ///< the places of articles' stories
};

}  // namespace news
