// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/match/search_result.hpp"

namespace news {

/// Shows a hit's whole article in the user's pager, with the words of the query in colour if there
/// is to be colour, until the user leaves it; what is no pager that waits is waited for with a
/// line to press Enter at. Throws UsageError if the pager cannot be run, Interrupted after a
/// signal.
void read_in_pager(const Hit& hit, bool color);

}  // namespace news
