// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/cli/terminal.hpp"

#include <cstddef>

namespace news {

/// A rectangle of the screen, in character cells; without rows or columns it is not shown.
struct Area {
  std::size_t row = 0;
  std::size_t column = 0;
  std::size_t rows = 0;
  std::size_t columns = 0;

  bool is_shown() const { return rows > 0 && columns > 0; }

  friend bool operator==(const Area&, const Area&) = default;
};

/// Where on the screen is what. Where there are 110 columns for them, the hits and the article
/// stand side by side, else one above the other:
///
///   query                              query
///   status                             status
///   filters | hits      | article      filters | hits
///           |           |                      | -------
///           |           |                      | article
///   keys                               keys
///
/// Of a screen that is too small for all, the article is left out first, then the keys.
struct Layout {
  Area query;
  Area status;
  Area filters;
  Area hits;
  Area article;
  Area keys;
  bool side_by_side = false;  ///< a line between hits and article stands, else it lies

  friend bool operator==(const Layout&, const Layout&) = default;
};

Layout layout_for(TerminalSize screen, bool with_filters);

}  // namespace news
