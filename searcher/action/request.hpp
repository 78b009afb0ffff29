// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/match/search_request.hpp"
#include "searcher/options.hpp"

#include <chrono>

namespace news {

/// The search that the options ask for; its query is still to be set. Throws UsageError for a date
/// that is none, InputError for a ranking profile that cannot be read.
SearchRequest request_for(const SearchOptions& options);

}  // namespace news
