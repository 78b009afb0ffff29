// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace news {

/// What stands between two pieces of running text that are put on one line: a space, but nothing
/// where Chinese or Japanese writing meets, which no space divides, or where a piece is empty.
std::string_view joint_between(std::string_view before, std::string_view after);

}  // namespace news
