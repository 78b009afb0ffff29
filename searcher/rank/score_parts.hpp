// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/rank/ranking_profile.hpp"

#include <map>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace news {

struct RankingPart;

/// What one part of a query gives to a score.
struct ScorePart {
  std::string_view name;  ///< of the RankingPart
  double score = 0;
};

using ScoreParts = std::map<Xapian::docid, std::vector<ScorePart>>;

/// What each part gives to each of the matches, in the order of the parts. Searches once for each
/// part, among the matches only.
ScoreParts explain_scores(const Xapian::Database& database, const Xapian::MSet& matches,
                          const std::vector<RankingPart>& parts, const RankingProfile& profile);

}  // namespace news
