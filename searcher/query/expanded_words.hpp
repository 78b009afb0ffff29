// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/query/translation.hpp"

#include <string>
#include <vector>

#include <xapian.h>

namespace news {

/// A word with * or ~: the words of the index that fit, as synonyms. Of a field without words, or
/// where there are several tokens, the text is searched as it is.
Xapian::Query expanded_query(Translation& translation, const QueryNode& node);

/// The terms that a leaf within NEAR stands for: each of the queries is one or several terms at the
/// same place.
std::vector<Xapian::Query> places_of(Translation& translation, const QueryNode& leaf);

}  // namespace news
