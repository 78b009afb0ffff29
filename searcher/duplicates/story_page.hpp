// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/duplicates/copy_finder.hpp"
#include "searcher/duplicates/story_ranking.hpp"

#include <cstddef>
#include <functional>
#include <vector>

#include <xapian.h>

namespace news {

/// An article that stands for a story, and the others that tell it.
struct Story {
  RankedMatch match;
  Article article;
  std::vector<Copy> copies;
};

/// Which stories of a result are wanted.
struct StoryPageRequest {
  std::size_t offset = 0;
  std::size_t limit = 10;
  bool by_score = true;  ///< equal matches are equally good; else their order is another one
  bool with_copies_only = false;  ///< only stories that several articles tell
  bool count_all = false;         ///< look at all matches, however long it takes
  /// Matches to ask for beyond the page, so that so many copies among the first cost no second
  /// query. The ranking looks at a hundred, anyway.
  std::size_t reserve = 90;
};

struct StoryPage {
  std::vector<Story> stories;
  std::size_t stories_seen = 0;  ///< of the kind that was asked for, from the first on
  bool saw_all = false;          ///< there are no more matches
};

/// Gives the first so many matches, or all if there are fewer; valid until it is called again.
using FirstMatches = std::function<const std::vector<RankedMatch>&(std::size_t)>;

/// Walks over the matches from the first until the page is full, so that no story comes twice on
/// whatever pages. Linear in offset + limit, and in the matches that are passed over.
StoryPage page_of_stories(CopyFinder& finder, const StoryPageRequest& request,
                          const FirstMatches& first_matches);

}  // namespace news
