// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/index/field_values.hpp"

#include <doctest/doctest.h>

using namespace news;

namespace {

using Values = std::vector<std::string>;

Values unpacked(std::string_view packed) {
  Values values;
  visit_field_values(packed, [&values](std::string_view value) { values.emplace_back(value); });
  return values;
}

}  // namespace

TEST_CASE("field values: what is packed comes out again in its order") {
  const Values rows[] = {{}, {"Norwick Courier"}, {"b", "a"}, {"a; b", "c, d", "\u6D77"}};
  for (const Values& values : rows) CHECK(unpacked(pack_field_values(values)) == values);
}

TEST_CASE("field values: one value is packed as it is") {
  CHECK(pack_field_values({"Norwick Courier"}) == "Norwick Courier");
  CHECK(pack_field_values({"a", "b"}) == std::string("a\0b", 3));
}

TEST_CASE("field values: empty ones are left out") {
  CHECK(pack_field_values({""}).empty());
  CHECK(unpacked(pack_field_values({"", "a", ""})) == Values{"a"});
}

TEST_CASE("field values: what is too long is cut between two characters") {
  CHECK(pack_field_values({std::string(201, 'x')}) == std::string(200, 'x'));
  CHECK(pack_field_values({std::string(199, 'x') + "\u00E9"}) == std::string(199, 'x'));
}

TEST_CASE("field values: beyond a hundred they are left out") {
  CHECK(unpacked(pack_field_values(Values(100, "a"))).size() == 100);
  CHECK(unpacked(pack_field_values(Values(5000, "a"))).size() == 100);
}

TEST_CASE("field values: a zero byte does not make two of one") {
  CHECK(pack_field_values({std::string("a\0b", 3)}) == "a");
}
