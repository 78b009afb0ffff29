// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/query/query_terms.hpp"

#include <xapian.h>

namespace news {

/// Weighs the words of a query for snippets by their inverse document frequency, log(1 + N / n) for
/// n of N articles, as the match found it: nothing is read from the index. `matches` are of this
/// query and not empty.
void weigh_by_rarity(QueryTerms& terms, const Xapian::MSet& matches, Xapian::doccount articles);

}  // namespace news
