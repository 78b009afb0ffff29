// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/renderer.hpp"
#include "tests/support/hits.hpp"

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

TEST_CASE("count renderer: a number, and the query's id before it") {
  CHECK(make_count_renderer()->result(result_of({bare_hit(), bare_hit()}), "") == "2\n");
  CHECK(make_count_renderer()->result(result_of({}), "t\t1") == "t 1\t0\n");
}
