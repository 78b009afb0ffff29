// SPDX-License-Identifier: GPL-3.0-or-later
// The panel in which filters are chosen.
#include "searcher/interactive/filter_panel.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

std::vector<Facet> two_facets() {
  return {{FacetField::topic, {{"oil", 7}, {"trade", 2}}, 2, 0},
          {FacetField::outlet, {{"Courier", 9}, {"Gazette", 1}}, 2, 0}};
}

/// A row a line: "outlet", "[ ] Courier 9", with ">" at the cursor.
std::string shown(const FilterPanel& panel) {
  std::string out;
  for (std::size_t i = 0; i < panel.rows().size(); ++i) {
    const FilterRow& row = panel.rows()[i];
    out += i == panel.cursor() ? ">" : " ";
    out += row.is_heading()
               ? std::string(name_of(row.field))
               : (row.chosen ? "[x] " : "[ ] ") + row.value + " " + std::to_string(row.count);
    out += "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("filter panel: fields in their order, the cursor on the first value") {
  FilterPanel panel;
  panel.show(two_facets());
  CHECK(shown(panel) ==
        " outlet\n>[ ] Courier 9\n [ ] Gazette 1\n topic\n [ ] oil 7\n [ ] trade 2\n");
}

TEST_CASE("filter panel: the cursor passes over headings and stays inside") {
  FilterPanel panel;
  panel.show(two_facets());
  panel.move(2);
  CHECK(panel.rows()[panel.cursor()].value == "oil");
  panel.move(-1);
  CHECK(panel.rows()[panel.cursor()].value == "Gazette");
  panel.move(-100);
  CHECK(panel.rows()[panel.cursor()].value == "Courier");
  panel.move(100);
  CHECK(panel.rows()[panel.cursor()].value == "trade");
}

TEST_CASE("filter panel: what is chosen filters, and is there when no match has it any more") {
  FilterPanel panel;
  panel.show(two_facets());
  panel.move(1);
  CHECK(panel.toggle());
  CHECK(panel.filters() == std::vector<Filter>{{SearchField::outlet, "Gazette"}});
  panel.show({{FacetField::topic, {{"oil", 1}}, 1, 0}});
  CHECK(shown(panel) == " outlet\n>[x] Gazette 0\n topic\n [ ] oil 1\n");
  CHECK(panel.toggle());
  CHECK(panel.filters().empty());
}

TEST_CASE("filter panel: a year is a date, and all can be cleared at once") {
  FilterPanel panel;
  panel.show({{FacetField::year, {{"2005", 3}}, 1, 0}});
  panel.toggle();
  CHECK(panel.filters() == std::vector<Filter>{{SearchField::date, "2005"}});
  panel.clear();
  CHECK(panel.filters().empty());
  CHECK_FALSE(panel.rows()[1].chosen);
}

TEST_CASE("filter panel: there may be nothing to choose from") {
  FilterPanel panel;
  panel.move(1);
  CHECK_FALSE(panel.toggle());
  panel.show({});
  CHECK_FALSE(panel.toggle());
  CHECK(panel.rows().empty());
}
