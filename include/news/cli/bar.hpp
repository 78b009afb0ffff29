// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace news {

/// A bar that fills `share`, from 0 to 1, of so many columns, drawn in eighths of a column. It is
/// never empty: what is there is seen.
std::string bar(double share, std::size_t columns);

}  // namespace news
