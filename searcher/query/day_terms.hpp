// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/query/day_range.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace news {

/// The terms of the years, months and days that a range consists of, the fewest there are; nothing
/// if that is more than `most`, or the range is open. An article that says its day has one of these
/// terms exactly if its day is in the range; one that says only a month or a year may not.
std::vector<std::string> day_terms(const DayRange& range, std::size_t most);

}  // namespace news
