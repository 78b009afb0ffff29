// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/extraction/listing.hpp"

#include <doctest/doctest.h>

using news::bench::listing;

TEST_CASE("extraction listing: what is right, too much and missing") {
  CHECK(listing("The bridge is closed.\nBoats go on.\nNothing else moves.",
                "Read our newsletter\nThe bridge is closed. Boats go on.") ==
        "+ Read our newsletter\n"
        "  The bridge is closed. Boats go on.\n"
        "- Nothing else moves.\n");
  CHECK(listing("", "").empty());
}
