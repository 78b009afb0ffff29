// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/page_head.hpp"

#include "tests/support/reading.hpp"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

const std::string story =
    "The old bridge at Tarn was closed on Friday.\n"
    "Water had risen above the arches of the bridge.\n"
    "Divers will look at the piers of the bridge soon.\n";

std::vector<LineForm> forms_of(const std::string& text) {
  return line_forms(split_text_lines(text));
}

/// The head of a page that has some lines above the story and some below.
PageHead head_of(const std::string& above, const std::string& below = "") {
  const auto forms = forms_of(above + "\n" + story + below);
  return read_page_head(forms, find_story(forms));
}

}  // namespace

TEST_CASE("page head: nothing above a story says nothing") {
  const PageHead head = head_of("");
  CHECK(head.title.empty());
  CHECK(head.authors.empty());
  CHECK_FALSE(head.published);
  CHECK_FALSE(head.modified);
  CHECK(head.outlet.empty());
  CHECK(head.section.empty());
  CHECK(head.used == std::vector<bool>(3, false));
}

TEST_CASE("page head: which line is the title") {
  struct Row {
    std::string above;
    std::string title;
  };
  const Row rows[] = {
      {"Bridge at Tarn closed\n", "Bridge at Tarn closed"},
      // the page's own title is best
      {"Bridge at Tarn closed\nTarn shut - The Post\nTarn shut\n", "Tarn shut"},
      {"Tarn shut\nThe Post - Tarn shut\n", "Tarn shut"},
      {"Tarn shut by water - The Tarn Post\nThe Tarn Post\nBridge at Tarn closed\n",
       "Tarn shut by water"},
      {"12 March 2011\n12 March 2011 - The Post\nBridge at Tarn closed\n", "Bridge at Tarn closed"},
      // or a headline that stands there twice
      {"Water above the arches\nMarkets\nWater above the arches\nThe bridge at Tarn\n",
       "Water above the arches"},
      // over a byline or a date, what shares most
      {"Welcome to Tarn\nBridge closed by water\nBy Ada Whitlock\n", "Bridge closed by water"},
      {"Bridge closed by water\nBy Ada Whitlock\n12 March 2011\nThe bridge at Tarn\n",
       "Bridge closed by water"},
      // else the first that shares enough
      {"Markets fall again today\nBridge at Tarn closed\nThe bridge on Friday\n",
       "Bridge at Tarn closed"},
      // but not a kicker
      {"Tarn bridge\nWater above the arches at Tarn\n", "Water above the arches at Tarn"},
      // the only line of a short head, whatever its words
      {"A wet night\n", "A wet night"},
      {"A wet night\nAn even wetter day\n", ""},
      // what cannot be one
      {"12 March 2011\n", ""},
      {"By Ada Whitlock\n", ""},
      {"Tarn\n", ""},
      {"Photo: The bridge at Tarn\n", ""},
      {"1. The bridge at Tarn\n", ""},
      {"The bridge at Tarn:\n", ""},
      {"Is the bridge safe?\n", "Is the bridge safe?"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.above);
    CHECK(head_of(row.above).title == row.title);
  }
}

TEST_CASE("page head: of a title and a standfirst the first is the title") {
  const PageHead head = head_of(
      "Bridge closed by water\nDivers look at the arches and piers of the old bridge\n"
      "Ada Whitlock in Tarn\n12 March 2011\n");
  CHECK(head.title == "Bridge closed by water");
}

TEST_CASE("page head: what one can do with the story stands under its title") {
  CHECK(head_of("Bridge at Tarn closed\n12 March 2011\nEmail | Print | Save | Reprints\n").title ==
        "Bridge at Tarn closed");
}

TEST_CASE("page head: the post of the author is no title") {
  CHECK(head_of("Bridge at Tarn closed\nBy Ada Whitlock\nTarn Bridge Service\n12 March 2011\n")
            .title == "Bridge at Tarn closed");
}

TEST_CASE("page head: a title does not stand over a menu") {
  CHECK(head_of("Bridge at Tarn\nNews | Sport | Farming\nWater above the arches\n").title ==
        "Water above the arches");
}

TEST_CASE("page head: which date is that of publication") {
  struct Row {
    std::string dates;
    std::string below;
    std::string published;
    std::string modified;
  };
  const Row rows[] = {
      {"12 March 2011\n", "", "2011-03-12", ""},
      {"Published 12 March 2011\n14 March 2011\n", "", "2011-03-12", ""},
      {"Updated 14 March 2011\n12 March 2011\n", "", "2011-03-12", "2011-03-14"},
      {"Updated 14 March 2011\n", "", "2011-03-14", ""},
      {"Updated 12 March 2011\nPublished 12 March 2011\n", "", "2011-03-12", ""},
      {"", "3 May 2009 Bridge painted\n", "", ""},
      // a day and its time in two lines
      {"March 12, 2011\nWeb posted at: 11:38 p.m. EST (0438 GMT)\n", "", "2011-03-12T23:38-05:00",
       ""},
      {"Published at 18:22 GMT\n12 March 2011\n", "", "2011-03-12T18:22+00:00", ""},
      {"12 March 2011\n18:22\n", "", "2011-03-12T18:22", ""},
      {"18:22\n12 March 2011\n", "", "2011-03-12", ""},
      {"Published 12 March 2011\nUpdated at 18:22\n", "", "2011-03-12", ""},
      {"12 March 2011\n18:22 Rain in Rome\n", "", "2011-03-12", ""},
      // of the same day the one with a time of day
      {"12 March 2011\n\nTarn\n\n12 March 2011, 18:22\n", "", "2011-03-12T18:22", ""},
      // in English the month is first
      {"11/4/2008\n", "", "2008-11-04", ""},
      {"", "Updated 3 May 2009\n", "2009-05-03", ""},
      {"12 March 2011\n", "Published 3 May 2009\n", "2011-03-12", ""},
      {"Ver\u00F6ffentlicht: 12.3.2011 | Zuletzt aktualisiert: 14.3.2011\n", "", "2011-03-12",
       "2011-03-14"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.dates);
    CAPTURE(row.below);
    const PageHead head = head_of("Bridge at Tarn closed\n" + row.dates, row.below);
    CHECK(iso(head.published) == row.published);
    CHECK(iso(head.modified) == row.modified);
  }
}

TEST_CASE("page head: of two dates without a label the one nearer to the title is taken") {
  const PageHead head =
      head_of("Monday 4 April 2011\nThe Post\n\nBridge at Tarn closed\n12 March 2011\n");
  CHECK(iso(head.published) == "2011-03-12");
}

TEST_CASE("page head: who wrote it") {
  struct Row {
    std::string above;
    std::string authors;
  };
  const Row rows[] = {
      {"By Ada Whitlock\n", "Ada Whitlock"},
      {"By Ada Whitlock and Ben Oake\n", "Ada Whitlock; Ben Oake"},
      {"Von Ada Whitlock\n", "Ada Whitlock"},
      {"Ada Whitlock\n12 March 2011\n", "Ada Whitlock"},
      {"12 March 2011\nAda Whitlock, Bridge Editor\n", "Ada Whitlock"},
      {"12 March 2011 By Ada Whitlock\n", "Ada Whitlock"},
      {"Ada\n12 March 2011\n", ""},
      {"The Tarn Valley Post\n12 March 2011\n", ""},
      {"ada whitlock\n12 March 2011\n", ""},
      {"Ada Whitlock in Lusaka\nOne long read\n12 March 2011\n", "Ada Whitlock"},
      {"Ada Whitlock | Lusaka\n\nOne long read\n12 March 2011\n", "Ada Whitlock"},
      {"ADA WHITLOCK | Tarn | 12/03/2011\n", "ADA WHITLOCK"},
      {"Upper Valley | 12/03/2011\n", ""},
      {"Upper Valley | Tarn | 12/03/2011\nUpper Valley\n", ""},
      // under the title, and over no list
      {"Ada Whitlock\n", "Ada Whitlock"},
      {"Ada Whitlock\nHome > Weather\nHome > Weather\n", ""},
      {"ADA WHITLOCK\nForeign Correspondent\nPhoto: The mill\nPhoto: The mill\n", "ADA WHITLOCK"},
      {"Stolen Bridge\n", ""},
      // what only looks like a name
      {"From Reuters in Tarn\n12 March 2011\n", ""},
      {"In Pictures\n12 March 2011\n", ""},
      {"By the river\n", ""},
      {"By a staff reporter\n", ""},
      {"By van Doe\n", "van Doe"},
      {"12 March 2011\n", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.above);
    CHECK(joined(head_of("Bridge at Tarn closed\n" + row.above).authors) == row.authors);
  }
}

TEST_CASE("page head: the outlet is no part of an author") {
  const PageHead head = head_of(
      "The Tarn Post\n\nBridge at Tarn closed\nBy Ada Whitlock The Tarn Post, Lusaka\n12 March "
      "2011\n",
      "\n\u00A9 2011 The Tarn Post\n");
  CHECK(joined(head.authors) == "Ada Whitlock");
  CHECK(head.outlet == "The Tarn Post");
}

TEST_CASE("page head: a section beside the outlet in the title of the page is left out") {
  CHECK(head_of("TARN NEWS | World | Bridge closed\nHome > World\n\nBridge closed\n12 March 2011\n")
            .outlet == "TARN NEWS");
}

TEST_CASE("page head: what only opens like a byline stays in the story") {
  CHECK_FALSE(head_of("Bridge at Tarn closed\nBy the river\n").used[1]);
  CHECK(head_of("Bridge at Tarn closed\nBy a staff reporter\n").used[1]);
}

TEST_CASE("page head: a name that the story has is a caption") {
  const auto forms =
      forms_of("Bridge at Tarn closed\nBen Oake\n\n" + story + "The miller Ben Oake saw it all.\n");
  CHECK(read_page_head(forms, find_story(forms)).authors.empty());
}

TEST_CASE("page head: the section is the last crumb that is one") {
  CHECK(head_of("Home > News > Weather\nBridge at Tarn closed\n").section == "Weather");
  CHECK(head_of("\u9996\u9875 > \u65B0\u95FB > \u6B63\u6587\n").section == "\u65B0\u95FB");
  CHECK(head_of("Home > Weather\nBridge at Tarn closed\n").section == "Weather");
}

TEST_CASE("page head: the lines that said something are marked") {
  const PageHead head =
      head_of("Bridge at Tarn closed\nThe arches on Friday\nBy Ada Whitlock\n12 March 2011\n");
  CHECK(head.used == std::vector<bool>{true, false, true, true, false, false, false});
}

TEST_CASE("page head: a line by itself between byline and date names the outlet") {
  const PageHead head =
      head_of("Bridge at Tarn closed\n\nBy Ann Example\nTarn Observer\n3 May 2005\n");
  CHECK(head.outlet == "Tarn Observer");
  CHECK(joined(head.authors) == "Ann Example");
  CHECK(head.used[2]);
}
