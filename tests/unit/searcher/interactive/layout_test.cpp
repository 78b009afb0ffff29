// SPDX-License-Identifier: GPL-3.0-or-later
// Where on the screen is what.
#include "searcher/interactive/layout.hpp"

#include <vector>

#include <doctest/doctest.h>

using namespace news;

namespace {

bool overlap(const Area& one, const Area& other) {
  return one.is_shown() && other.is_shown() && one.row < other.row + other.rows &&
         other.row < one.row + one.rows && one.column < other.column + other.columns &&
         other.column < one.column + one.columns;
}

}  // namespace

TEST_CASE("interactive layout: above each other on 80 columns, side by side on 200") {
  const Layout narrow = layout_for({80, 24}, false);
  CHECK(narrow.hits == Area{2, 0, 8, 80});
  CHECK(narrow.article == Area{11, 0, 12, 80});
  CHECK_FALSE(narrow.side_by_side);
  const Layout wide = layout_for({200, 50}, false);
  CHECK(wide.hits == Area{2, 0, 47, 79});
  CHECK(wide.article == Area{2, 80, 47, 120});
  CHECK(wide.side_by_side);
}

TEST_CASE("interactive layout: filters are to the left, or instead of the hits") {
  CHECK(layout_for({80, 24}, true).filters == Area{2, 0, 21, 26});
  CHECK(layout_for({80, 24}, true).hits.column == 27);
  CHECK(layout_for({40, 24}, true).filters.columns == 40);
  CHECK_FALSE(layout_for({40, 24}, true).hits.is_shown());
}

TEST_CASE("interactive layout: on no screen do areas overlap or leave it") {
  for (std::size_t columns = 1; columns <= 220; columns += 3) {
    for (std::size_t rows = 1; rows <= 60; ++rows) {
      for (const bool with_filters : {false, true}) {
        CAPTURE(columns);
        CAPTURE(rows);
        CAPTURE(with_filters);
        const Layout layout = layout_for({columns, rows}, with_filters);
        const std::vector<Area> areas = {layout.query, layout.status,  layout.filters,
                                         layout.hits,  layout.article, layout.keys};
        for (std::size_t i = 0; i < areas.size(); ++i) {
          if (!areas[i].is_shown()) continue;
          REQUIRE(areas[i].column + areas[i].columns <= columns);
          REQUIRE(areas[i].row + areas[i].rows <= rows);
          for (std::size_t j = 0; j < i; ++j) REQUIRE_FALSE(overlap(areas[i], areas[j]));
        }
        REQUIRE(layout.query.is_shown());
      }
    }
  }
}
