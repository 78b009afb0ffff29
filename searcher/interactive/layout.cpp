// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/interactive/layout.hpp"

#include <algorithm>

namespace news {

namespace {

constexpr std::size_t columns_side_by_side = 110;
constexpr std::size_t filter_columns = 26;
constexpr std::size_t least_columns_beside_filters = 30;
constexpr std::size_t least_hit_rows = 3;
constexpr std::size_t least_article_rows = 3;

/// Divides what is left of the screen between hits and article.
void place_hits_and_article(Area rest, Layout& layout) {
  layout.hits = rest;
  layout.side_by_side = rest.columns >= columns_side_by_side;
  if (layout.side_by_side) {
    layout.hits.columns = (rest.columns - 1) * 2 / 5;
    layout.article = rest;
    layout.article.column += layout.hits.columns + 1;
    layout.article.columns -= layout.hits.columns + 1;
    return;
  }
  if (rest.rows < least_hit_rows + 1 + least_article_rows) return;
  layout.hits.rows = std::max(least_hit_rows, rest.rows * 2 / 5);
  layout.article = rest;
  layout.article.row += layout.hits.rows + 1;
  layout.article.rows -= layout.hits.rows + 1;
}

}  // namespace

Layout layout_for(TerminalSize screen, bool with_filters) {
  constexpr std::size_t least_rows_with_keys = 6;
  Layout layout;
  const auto row = [&screen](std::size_t at) {
    return Area{
        .row = at, .column = 0, .rows = at < screen.rows ? 1U : 0U, .columns = screen.columns};
  };
  layout.query = row(0);
  layout.status = row(1);
  std::size_t end = screen.rows;
  if (screen.rows >= least_rows_with_keys) layout.keys = row(--end);
  Area rest{.row = 2,
            .column = 0,
            .rows = end - std::min<std::size_t>(2, end),
            .columns = screen.columns};
  if (with_filters) {
    layout.filters = rest;
    const bool leaves_room = screen.columns > filter_columns + least_columns_beside_filters;
    if (leaves_room) layout.filters.columns = filter_columns;
    rest.column = std::min(screen.columns, layout.filters.columns + 1);
    rest.columns = screen.columns - rest.column;
    if (!leaves_room) return layout;  // a narrow screen shows the one or the other
  }
  place_hits_and_article(rest, layout);
  return layout;
}

}  // namespace news
