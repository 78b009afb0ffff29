// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/country_names.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("country names: the English names of countries in any case") {
  for (const char* name : {"Russia", "RUSSIA", "United States", "South Korea", "China"}) {
    CAPTURE(name);
    CHECK(is_country(name));
  }
  for (const char* name : {"", "Minister", "Russia ", "Tokyo", "RU", "\xFF"}) {
    CAPTURE(name);
    CHECK_FALSE(is_country(name));
  }
  CHECK_FALSE(is_country(std::string(1'000'000, 'a')));
}
