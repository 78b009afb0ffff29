// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/match/rarity.hpp"

#include <algorithm>
#include <cmath>

namespace news {

void weigh_by_rarity(QueryTerms& terms, const Xapian::MSet& matches, Xapian::doccount articles) {
  terms.weigh([&](const std::string& term) {
    const double frequency = std::max(matches.get_termfreq(term), Xapian::doccount{1});
    return std::log1p(static_cast<double>(articles) / frequency);
  });
}

}  // namespace news
