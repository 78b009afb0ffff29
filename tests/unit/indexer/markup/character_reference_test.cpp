// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/markup/character_reference.hpp"

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("character reference: names and numbers") {
  struct Row {
    std::string_view written;
    std::string_view meant;
    std::size_t length;
  };
  const Row rows[] = {
      {"&amp;lt;", "&", 5},    {"&lt;", "<", 4},        {"&apos;s", "'", 6},
      {"&eacute;t", "é", 8},   {"&nbsp;", "\u00A0", 6}, {"&thetasym;", "ϑ", 10},
      {"&#65;", "A", 5},       {"&#x20AC;", "€", 8},    {"&#X41;", "A", 6},
      {"&#146;", "\u2019", 6}, {"&#x80;", "€", 6},      {"&#129;", " ", 6},
      {"&#5;", " ", 4},        {"&#10;", "\n", 5},      {"&#1114111;", "\U0010FFFF", 10},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    const auto reference = read_character_reference(row.written);
    REQUIRE(reference);
    CHECK(reference->text == row.meant);
    CHECK(reference->length == row.length);
  }
}

TEST_CASE("character reference: what is none") {
  for (const std::string_view text :
       {"", "&", "&;", "& amp;", "&amp", "&secret;", "&#;", "&#x;", "&#xD800;", "&#65535;",
        "&#1114112;", "&#99999999999;", "&#-5;", "&#12a;", "a&lt;"}) {
    CAPTURE(text);
    CHECK_FALSE(read_character_reference(text));
  }
}
