// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace news {

/// The name that somebody who typed `typed` is likely to have meant: one that begins with it if
/// that is the only one, else the one that the fewest changes of a letter lead to, counting two
/// letters in the wrong order as one change; at most one change for every three letters. Empty if
/// none is close. The first of several that are equally close.
std::string closest_name(std::string_view typed, const std::vector<std::string>& names);

}  // namespace news
