// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/rank/ranked_match.hpp"

#include <cstddef>
#include <span>

#include <xapian.h>

namespace news {

/// Puts matches of one score in the order of their articles' places in their sources
/// (schema::order_slot), wherever the index has them. `matches` come by falling score; only groups
/// that begin among the first `wanted` are ordered, as each match in them costs a look into a value
/// stream, which is why Xapian is not made to do it for all that it finds.
void order_ties(const Xapian::Database& database, std::span<RankedMatch> matches,
                std::size_t wanted);

/// The same for the one group that lies on both sides of a place, if there is one.
void order_ties_around(const Xapian::Database& database, std::span<RankedMatch> matches,
                       std::size_t place);

}  // namespace news
