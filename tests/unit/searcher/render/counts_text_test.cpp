// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/counts_text.hpp"

#include "news/text/display_width.hpp"
#include "tests/support/hits.hpp"

#include <sstream>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

std::string outlets(const RenderSettings& settings = {}) {
  const SearchResult result = counted_result();
  return facet_text(result.facets.front(), result.total, settings);
}

std::string months(const RenderSettings& settings = {}) {
  return timeline_text(*counted_result().timeline, settings);
}

std::string bars(std::size_t columns) { return outlets({.columns = columns, .terminal = true}); }

}  // namespace

TEST_CASE("counts text: a facet is an aligned table") {
  CHECK(outlets() ==
        "outlet of 10 articles\n"
        "  Norwick Courier  7   70.0%\n"
        "  Reef, The        2   20.0%\n"
        "  and 1 more\n");
}

TEST_CASE("counts text: articles without a value are told") {
  const Facet facet{.field = FacetField::section, .counts = {}, .distinct = 0, .without = 1};
  CHECK(facet_text(facet, 1, {}) == "section of 1 article\n  1 article without\n");
}

TEST_CASE("counts text: a timeline has the share of all articles and dots for a gap") {
  CHECK(months() ==
        "month, hits, share of all articles\n"
        "  2005-11  6   25.0%\n"
        "  2005-12  0\n"
        "  ...\n"
        "  2007-03  1   12.5%\n"
        "  2 articles whose month is not known\n"
        "  1 article without a date\n");
}

TEST_CASE("counts text: a week is called by its Monday") {
  Timeline timeline{.unit = TimeUnit::week, .rows = {}, .undated = 0, .imprecise = 0};
  timeline.rows.push_back(
      {CalendarSpan::of(TimeUnit::week, std::chrono::sys_days(std::chrono::days(0))), 1, 2});
  CHECK(timeline_text(timeline, {}) ==
        "week from, hits, share of all articles\n  1969-12-29  1   50.0%\n");
}

TEST_CASE("counts text: bars are as long as the numbers are large") {
  CHECK(bars(44) ==
        "outlet of 10 articles\n"
        "  Norwick Courier  7   70.0%  "
        "\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\n"
        "  Reef, The        2   20.0%  \u2588\u2588\u2588\u2588\n"
        "  and 1 more\n");
}

TEST_CASE("counts text: the least bar can be seen") {
  const Facet facet{.field = FacetField::outlet,
                    .counts = {{"a", 100000}, {"b", 1}},
                    .distinct = 2,
                    .without = 0};
  CHECK(facet_text(facet, 100001, {.columns = 80, .terminal = true}).ends_with("0.0%  \u258F\n"));
}

TEST_CASE("counts text: in a terminal a long value is cut, two columns wide or one") {
  const auto table = [](const std::string& value, bool terminal) {
    const Facet facet{
        .field = FacetField::outlet, .counts = {{value, 1}}, .distinct = 1, .without = 0};
    const std::string text = facet_text(facet, 1, {.columns = 40, .terminal = terminal});
    return text.substr(text.find('\n') + 1, text.find("  1 ") - text.find('\n') - 1);
  };
  CHECK(table("The Norwick Courier", true) == "  The Norwick Cou\u2026");
  CHECK(table("The Norwick Courier", false) == "  The Norwick Courier");
  CHECK(table("\u5317\u6D77\u65B0\u805E\u5317\u6D77\u65B0\u805E\u5317", true) ==
        "  \u5317\u6D77\u65B0\u805E\u5317\u6D77\u65B0\u2026 ");
}

TEST_CASE("counts text: no line is wider than the terminal") {
  for (std::size_t columns = 40; columns < 220; columns += 3) {
    for (const std::string& text :
         {bars(columns), months({.columns = columns, .terminal = true})}) {
      std::istringstream lines(text);
      for (std::string line; std::getline(lines, line);) {
        CHECK(display_width(std::string_view(line)) <= columns);
      }
    }
  }
}

TEST_CASE("counts text: nothing in a value can disturb the terminal") {
  const Facet facet{
      .field = FacetField::outlet, .counts = {{"a\033[2Jb", 1}}, .distinct = 1, .without = 0};
  CHECK(facet_text(facet, 1, {}).find('\033') == std::string::npos);
}
