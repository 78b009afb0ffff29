// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/duplicates/story_text.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace news {

/// Words that two texts have in common, in the same order.
struct CommonRun {
  std::size_t in_a = 0;  ///< where it begins
  std::size_t in_b = 0;
  std::size_t words = 0;
};

/// Runs of at least three words that `b` has in common with `a`. They do not overlap in `b` and
/// come in its order; where `a` has such words several times, the longest continuation is taken,
/// and the nearest of equals. About linear in the two lengths, also for texts that repeat
/// themselves.
std::vector<CommonRun> common_runs(std::span<const StoryWord> a, std::span<const StoryWord> b);

/// Of these runs, those that also come in the order of `a`: the chain with about the most words.
std::vector<CommonRun> in_order(const std::vector<CommonRun>& runs);

std::size_t words_in(const std::vector<CommonRun>& runs);

}  // namespace news
