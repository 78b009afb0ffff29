// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/numbers.hpp"

#include "tests/support/random_text.hpp"

#include <algorithm>

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("numbers: one spelling for each number") {
  struct Row {
    std::string_view text;
    std::string_view number;
  };
  const Row rows[] = {
      // grouped
      {"1,000", "1000"},
      {"12,345,678", "12345678"},
      {"1.000.000", "1000000"},
      {"1,000.50", "1000.50"},
      {"1.234,56", "1234.56"},
      {"12,34,567", "1234567"},
      {"1,000km", "1000km"},
      // a decimal comma
      {"8,5", "8.5"},
      {"0,25", "0.25"},
      {"1234,5", "1234.5"},
      {"3,14159", "3.14159"},
      // stops that stay
      {"8.5", "8.5"},
      {"1.000", "1.000"},
      {"20.11.2005", "20.11.2005"},
      {"192.168.1.1", "192.168.1.1"},
      {"v1.2", "v1.2"},
      {"1.2.3", "1.2.3"},
      {"1234.567.890", "1234.567.890"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(canonical_number(row.text) == std::string(row.number));
  }
}

TEST_CASE("numbers: a list is no number") {
  for (const char* text :
       {"1,2,3", "2005,2006,2007", "1,23,45", "1,000,00", "1,5.000,2", "1.000,5,6", "1,000.5,7"}) {
    CAPTURE(text);
    CHECK_FALSE(canonical_number(text).has_value());
  }
}

TEST_CASE("numbers: a canonical number is written as it is and has no comma") {
  test::RandomText random(12);
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = "1" + random.of(U"0123.,k", 14) + "1";
    CAPTURE(text);
    const auto number = canonical_number(text);
    if (!number) continue;
    REQUIRE(number->find(',') == std::string::npos);
    std::string digits = text;
    std::string kept = *number;
    for (std::string* side : {&digits, &kept}) {
      side->erase(
          std::remove_if(side->begin(), side->end(), [](char c) { return c == '.' || c == ','; }),
          side->end());
    }
    REQUIRE(kept == digits);
  }
}
