// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/facet/facet.hpp"

#include "news/index/field_values.hpp"
#include "news/index/schema.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace news;

namespace {

std::string day(std::int32_t number) { return Xapian::sortable_serialise(number); }

/// "Courier 3, Herald 1; 4 distinct, 2 without"
std::string shown(const Facet& facet) {
  std::string out;
  for (const FacetCount& count : facet.counts) {
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", count.value, count.count);
  }
  return out + fmt::format("; {} distinct, {} without", facet.distinct, facet.without);
}

std::string outlets(const SlotCounts& slot, std::uint64_t matches, std::size_t limit = 10) {
  return shown(facet_of(FacetField::outlet, {matches, {{schema::outlet_slot, slot}}}, limit));
}

/// Dates: two of a day, one of a month, three of a year; one of the days is the first of a year.
ValueCounts dated() {
  return {
      .matches = 10,
      .slots = {{schema::day_slot, {{day(20050101), 4}, {day(20051101), 1}, {day(20041120), 3}}},
                {schema::coarse_date_slot, {{"2005", 3}, {"200511", 1}}}}};
}

}  // namespace

TEST_CASE("facet: the most frequent value first, equal ones by value") {
  CHECK(outlets({{"Herald", 2}, {"Courier", 5}, {"Argus", 2}}, 9) ==
        "Courier 5, Argus 2, Herald 2; 3 distinct, 0 without");
}

TEST_CASE("facet: nothing matches, or nothing has a value") {
  CHECK(outlets({}, 0) == "; 0 distinct, 0 without");
  CHECK(outlets({}, 7) == "; 0 distinct, 7 without");
}

TEST_CASE("facet: beyond the limit values are only counted") {
  const SlotCounts slot{{"a", 1}, {"b", 2}, {"c", 3}};
  CHECK(outlets(slot, 6, 2) == "c 3, b 2; 3 distinct, 0 without");
  CHECK(outlets(slot, 6, 0) == "; 3 distinct, 0 without");
}

TEST_CASE("facet: an article counts once for each of its values") {
  const SlotCounts slot{{pack_field_values({"boats", "storms"}), 2},
                        {pack_field_values({"storms"}), 3}};
  const Facet facet = facet_of(FacetField::topic, {6, {{schema::topic_slot, slot}}}, 10);
  CHECK(shown(facet) == "storms 5, boats 2; 2 distinct, 1 without");
}

TEST_CASE("facet: years are of all dates, months of those that have one") {
  CHECK(shown(facet_of(FacetField::year, dated(), 10)) == "2005 5, 2004 3; 2 distinct, 2 without");
  CHECK(shown(facet_of(FacetField::month, dated(), 10)) ==
        "2004-11 3, 2005-01 1, 2005-11 1; 3 distinct, 5 without");
}

TEST_CASE("facet: every field has a name and slots") {
  for (const FacetField field : facet_fields) {
    CHECK_FALSE(name_of(field).empty());
    CHECK_FALSE(slots_of(field).empty());
  }
}
