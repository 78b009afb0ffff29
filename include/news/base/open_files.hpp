// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace news {

/// Raises the number of files that this process may have open to what it may allow itself: an index
/// of many segments takes several files for each. Where that is refused, the old limit holds.
void allow_many_open_files() noexcept;

/// How many files this process may have open.
std::size_t open_file_limit() noexcept;

}  // namespace news
