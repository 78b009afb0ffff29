// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

namespace news {

/// The same query for servers, where it is only matched and its weights do not matter.
///
/// What all_articles_terms.hpp goes around is met by terms of which nobody asks how often they
/// occur, and no server knows the way it goes. So the scheme here asks that of every term; of what
/// is excluded it cannot.
Xapian::Query filter_query(const Xapian::Query& query);
Xapian::TfIdfWeight filter_scheme();

}  // namespace news
