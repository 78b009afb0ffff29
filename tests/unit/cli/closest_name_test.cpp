// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/closest_name.hpp"

#include <doctest/doctest.h>

using news::closest_name;

TEST_CASE("closest name: what was meant") {
  const std::vector<std::string> names{"index",       "limit",   "format",  "facet",
                                       "facet-limit", "prune",   "rebuild", "since",
                                       "until",       "threads", "strict",  "stats"};
  struct Row {
    const char* typed;
    const char* meant;
  };
  const Row rows[] = {
      {"fromat", "format"},   // letters in the wrong order
      {"formt", "format"},    // one missing
      {"formaat", "format"},  // one too many
      {"sinse", "since"},     // another one
      {"reb", "rebuild"},     // cut short
      {"facte-limit", "facet-limit"},
      {"fac", ""},  // two begin so
      {"st", ""},
      {"x", ""},
      {"", ""},
      {"everything", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(closest_name(row.typed, names) == row.meant);
  }
  CHECK(closest_name(std::string(100'000, 'f'), names).empty());
}
