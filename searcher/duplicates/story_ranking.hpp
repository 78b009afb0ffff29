// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/duplicates/copy_finder.hpp"
#include "searcher/rank/ranked_match.hpp"

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include <xapian.h>

namespace news {

/// Makes stories of matches that come in the order of their rank: an article that tells the story
/// of an earlier one stands behind it, also if that one stands behind another. The first stands for
/// the story; of those with the same score, which mostly are copies to the letter, the one that was
/// published first.
///
/// What a match becomes depends on the matches before it alone, so pages of a result fit together.
class StoryRanking {
 public:
  explicit StoryRanking(CopyFinder& finder) : finder_(finder) {}

  /// The next match. True if it begins a story.
  bool add(const RankedMatch& match);

  const std::vector<RankedMatch>& stories() const { return stories_; }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  std::size_t story_of(Xapian::docid document, const Sketch& sketch);

  /// A match and the place of its story.
  struct Member {
    Xapian::docid document = 0;
    std::size_t story = 0;
  };

  CopyFinder& finder_;
  std::vector<RankedMatch> stories_;
  std::vector<Member> members_;
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> by_number_;  ///< of members' sketches
};

}  // namespace news
