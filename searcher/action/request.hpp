// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/match/search_request.hpp"
#include "searcher/options.hpp"

#include <chrono>
#include <string>

namespace news {

/// The day that dates like "7d" count from, in UTC.
std::chrono::sys_days today();

/// The search that the options ask for, with one of their queries. Throws UsageError for a date
/// that is none.
SearchRequest request_for(const SearchOptions& options, const std::string& query);

}  // namespace news
