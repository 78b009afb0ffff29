// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/outlet_name.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

std::vector<LineForm> forms_of(const std::string& text) {
  return line_forms(split_text_lines(text));
}

/// The outlet of a page of which one knows what stands above and below the story.
std::string outlet(const std::string& above, const std::string& below) {
  const std::size_t head = forms_of(above).size();
  return find_outlet_name(forms_of(above + "\nThe story\n" + below), head, head + 1);
}

}  // namespace

TEST_CASE("outlet name: where it stands") {
  struct Row {
    std::string above;
    std::string below;
    std::string outlet;
  };
  const Row rows[] = {
      {"", "", ""},
      // again in a legal line, as that one spells it
      {"Welcome\nMarket day\nJobs\nTarn Valley Mirror\n", "Copyright 2011 Tarn Valley Mirror.",
       "Tarn Valley Mirror"},
      {"TARN VALLEY MIRROR\n", "\u00A9 Tarn Valley Mirror, 2011", "Tarn Valley Mirror"},
      {"T A R N   V A L L E Y\n", "\u00A9 Tarn Valley 2011", "Tarn Valley"},
      {"tarnvalley.example\n", "\u00A9 Tarn Valley 2011", "Tarn Valley"},
      // one word is too little to go by
      {"Tarn\n", "\u00A9 Tarn 2011", ""},
      // a medium's name at the very top
      {"The Tarn Post\n", "", "The Tarn Post"},
      {"one day in May\ntwo in June\nthree in July\nThe Tarn Post\n", "", ""},
      {"News\nSport\nFarming\nLog in\nThe Tarn Post\nBridge at Tarn closed\n", "", "The Tarn Post"},
      {"News\nSport\nFarming\nThe Tarn Post\nLocal\nBridge at Tarn closed\n", "", ""},
      // an acronym that a legal line has
      {"TVB\nHome\n", "TVB \u00A9 2012", "TVB"},
      {"Home\nTVB\n", "TVB \u00A9 2012", ""},
      // before the date or a trail of sections
      {"The Tarn Post - Tuesday, April 22, 2008\n", "", "The Tarn Post"},
      {"one\ntwo\nthree\nThe Tarn Post, Friday 3 August 2012\n", "", "The Tarn Post"},
      {"World news, 3 August 2012\n", "", ""},
      {"Bridge closed, 3 August 2012\n", "", ""},
      {"TARN NEWS / WORLD / AMERICAS\n", "", "TARN NEWS"},
      {"Tarn Post Home > World > Americas\n", "", "Tarn Post"},
      {"tarnvalley.example > World\n", "\u00A9 2008 The Tarn Valley Company", "Tarn Valley"},
      {"TARN NEWS | World | Bridge at Tarn closed\nBridge at Tarn closed\n", "", "TARN NEWS"},
      {"TARN NEWS | World | Farming\nBridge at Tarn closed\n", "", ""},
      {"Home > The Tarn Post\n", "", ""},
      // the source of a story
      {"Bridge closed\nSource: Reuters\n", "", "Reuters"},
      {"2005\u5E749\u670826\u65E5 21:06:12 \u6765\u6E90\uFF1A\u65B0\u534E\u7F51\n", "",
       "\u65B0\u534E\u7F51"},
      {"Bridge closed\nSource: whoever saw it\n", "", ""},
      {"The Tarn Post\nSource: Reuters\n", "", "The Tarn Post"},
      // legal lines, links and sections
      {"Copyright 2008 The Tarn Post\n", "", ""},
      {"The Tarn Post - Back to home\n", "", "The Tarn Post"},
      {"World news\n", "", ""},
      {"Latest local news\n", "", ""},
      {"\u7802\u706F\u65B0\u805E\n", "", "\u7802\u706F\u65B0\u805E"},
      // whatever stands over a menu
      {"Tarn Valley\nNews | Sport | Farming\n", "", "Tarn Valley"},
      {"Tarn Valley\nMarket day\n", "", ""},
      // what is no name
      {"News | Sport | The Tarn Post\n", "", ""},
      {"[The Tarn Post]\n", "", ""},
      {"The Tarn Post was sold.\n", "", ""},
      {"12 March 2011\n", "\u00A9 12 March 2011", ""},
      {"The daily news from all seven valleys of Tarn\n", "", ""},
      // the surer one wins
      {"The Weekly News\nTarn Valley\n", "\u00A9 Tarn Valley", "Tarn Valley"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.above);
    CHECK(outlet(row.above, row.below) == row.outlet);
  }
}

TEST_CASE("outlet name: what of a title is the name of the outlet") {
  struct Row {
    std::string title;
    std::string suffix;
  };
  const Row rows[] = {
      {"Bridge closed - The Tarn Post", " - The Tarn Post"},
      {"Bridge closed | The Tarn Post", " | The Tarn Post"},
      {"Bridge closed \u2013 Valley", " \u2013 Valley"},
      {"Bridge closed - Tarn - The Post", " - The Post"},
      {"Bridge closed - a new post", ""},
      {"Bridge closed - Nobody hurt", ""},
      {"Bridge closed", ""},
      {" - The Tarn Post", ""},
      {"Bridge closed - The Times They Say Are Not Quite Over", ""},
  };
  const auto forms = forms_of("A title\nVALLEY\nThe story\n");
  for (const Row& row : rows) {
    CAPTURE(row.title);
    CHECK(outlet_suffix(row.title, forms, 0) == row.suffix);
  }
}

TEST_CASE("outlet name: the title's own line does not speak for it") {
  CHECK(outlet_suffix("Bridge - Valley", forms_of("Valley\nThe story\n"), 0).empty());
}

TEST_CASE("outlet name: the name in a suffix") {
  CHECK(divided_name(" - The  Post ") == "The Post");
  CHECK(divided_name(" \u2014 The Post") == "The Post");
  CHECK(divided_name("The Post") == "The Post");
}
