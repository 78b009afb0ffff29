// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/bar.hpp"

#include <doctest/doctest.h>

using news::bar;

TEST_CASE("bar: it is as long as its share, in eighths of a column") {
  CHECK(bar(0, 4) == "▏");
  CHECK(bar(0.5, 4) == "██");
  CHECK(bar(0.5, 1) == "▌");
  CHECK(bar(0.9, 2) == "█▊");
  CHECK(bar(1, 3) == "███");
  CHECK(bar(7, 3) == "███");
}
