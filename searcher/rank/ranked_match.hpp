// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include <xapian.h>

namespace news {

/// What one part of the ranking gives to a score.
struct ScorePart {
  std::string_view name;  ///< "words", "title", "proximity", "coverage", "feedback", "recency"
  double score = 0;
};

/// An article that a search found.
struct RankedMatch {
  Xapian::docid id = 0;
  double score = 0;
  std::vector<ScorePart> parts;  ///< add up to the score; those that give nothing may be missing
};

}  // namespace news
