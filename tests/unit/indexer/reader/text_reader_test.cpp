// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reading.hpp"

#include <random>
#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

const std::string first = "The old stone bridge at Tarn was closed to all traffic on Friday.";
const std::string second = "Water had risen above the arches of the bridge during the night.";
const std::string third = "Divers will look at the piers of the bridge once the flood is over.";
const std::string story = first + "\n" + second + "\n" + third;

/// A small page. Each test puts something into one of its gaps.
struct Page {
  std::string top = "The Tarn Valley Post\nNews | Sport | Farming | Letters\n\n";
  std::string title = "Bridge at Tarn closed by flood\n";
  std::string byline = "By Ada Whitlock\n";
  std::string date = "12 March 2011, 09:30\n\n";
  std::string over_story = {};
  std::string in_story = {};
  std::string behind_story = {};
  std::string foot = "\nCopyright 2011 The Tarn Valley Post. All rights reserved.\n";

  Article read() const {
    return article_of("text", top + title + byline + date + over_story + first + "\n\n" + second +
                                  "\n\n" + in_story + third + "\n\n" + behind_story + foot);
  }
};

std::string repeated(int count, const std::string& text) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

/// The same with "#" replaced by its number.
std::string numbered(int count, const std::string& text) {
  const std::size_t mark = text.find('#');
  std::string out;
  for (int i = 0; i < count; ++i) {
    out += text.substr(0, mark) + std::to_string(i) + text.substr(mark + 1);
  }
  return out;
}

}  // namespace

TEST_CASE("text reader: a page is taken apart") {
  const Article article = Page().read();
  CHECK(article.title == "Bridge at Tarn closed by flood");
  CHECK_FALSE(article.title_from_text);
  CHECK(joined(article.authors) == "Ada Whitlock");
  CHECK(iso(article.published) == "2011-03-12T09:30");
  CHECK_FALSE(article.modified);
  CHECK(article.outlet == "The Tarn Valley Post");
  CHECK(article.language.code() == "en");
  CHECK(article.body == story);
}

TEST_CASE("text reader: what interrupts a story is no part of it") {
  for (const std::string inset : {
           "ADVERTISEMENT",
           "Read more: The mill that moved twice",
           "See also: Tarn in pictures",
           "[an error occurred while processing this directive]",
           "Share | Tweet | Print",
           "Photo: Ben Oake",
           "The arches at midnight (Photo: Ben Oake/Tarn Valley Post)",
           "\"Water had risen above the arches\" - Ben Oake",
       }) {
    CAPTURE(inset);
    CHECK(Page{.in_story = inset + "\n\n"}.read().body == story);
  }
}

TEST_CASE("text reader: captions and menus over a story are no part of it") {
  for (const std::string furniture : {
           "The bridge at Tarn on Friday morning",
           "E-mail this | Print | Text size: A A A",
           "Advertisement",
           "318 comments",
       }) {
    CAPTURE(furniture);
    const Article article = Page{.over_story = furniture + "\n\n"}.read();
    CHECK(article.body == story);
    CHECK(article.title == "Bridge at Tarn closed by flood");
  }
}

TEST_CASE("text reader: what stands behind a story is no part of it") {
  for (const std::string foot : {
           "RELATED STORIES\nRiver gauge to be mended\nMarket moves to the green",
           "The Post is not responsible for the content of other sites",
           "Sign up for our newsletter and cookies",
           "5 March 2011 - River gauge to be mended\n1 March 2011 - Rain, and more of it",
       }) {
    CAPTURE(foot);
    CHECK(Page{.behind_story = foot + "\n"}.read().body == story);
  }
}

TEST_CASE("text reader: sub-headings stay") {
  CHECK(Page{.in_story = "A long detour\n\n"}.read().body ==
        first + "\n" + second + "\nA long detour\n" + third);
}

TEST_CASE("text reader: the date of another story is never the date of this one") {
  const std::string related = "RELATED STORIES\n3 May 1999 Bridge at Tarn painted\n";
  CHECK(iso(Page{.behind_story = related}.read().published) == "2011-03-12T09:30");
  const Article undated = Page{.date = "\n", .behind_story = related}.read();
  CHECK(iso(undated.published).empty());
  CHECK(undated.body == story);
}

TEST_CASE("text reader: which date is which") {
  struct Row {
    std::string dates;
    std::string published;
    std::string modified;
  };
  const Row rows[] = {
      {"12 March 2011", "2011-03-12", ""},
      {"Published: 12 March 2011\nUpdated: 14 March 2011", "2011-03-12", "2011-03-14"},
      {"Updated: 14 March 2011\nPublished: 12 March 2011", "2011-03-12", "2011-03-14"},
      {"Last Updated: 14 March 2011, 08:00 GMT", "2011-03-14T08:00+00:00", ""},
      {"Published 12 March 2011 | Updated 14 March 2011", "2011-03-12", "2011-03-14"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.dates);
    const Article article = Page{.date = row.dates + "\n\n"}.read();
    CHECK(iso(article.published) == row.published);
    CHECK(iso(article.modified) == row.modified);
    CHECK(article.body == story);
  }
}

TEST_CASE("text reader: a page made for printing has its dates at the foot") {
  const Article article =
      Page{.date = "\n", .behind_story = "Published: 12 March 2011 09:30\n"}.read();
  CHECK(iso(article.published) == "2011-03-12T09:30");
}

TEST_CASE("text reader: the last crumb of a trail is the section") {
  CHECK(Page{.top = "The Tarn Valley Post\nHome > News > Weather\n\n"}.read().section == "Weather");
}

TEST_CASE("text reader: the title is without the name of the outlet") {
  const std::string repeated =
      "Bridge at Tarn closed by flood - The Tarn Valley Post\n"
      "News | Sport | Farming | Letters\n\nBridge at Tarn closed by flood\n";
  const Article article = Page{.top = "", .title = repeated}.read();
  CHECK(article.title == "Bridge at Tarn closed by flood");
  CHECK(article.outlet == "The Tarn Valley Post");
  CHECK(article.body == story);
}

TEST_CASE("text reader: a headline may ask or exclaim") {
  for (const std::string title : {"Is the old bridge at Tarn still safe?", "Mind the bridge!",
                                  "Stay away from the old bridge at Tarn!"}) {
    CAPTURE(title);
    const Article article = Page{.title = title + "\n"}.read();
    CHECK(article.title == title);
    CHECK(joined(article.authors) == "Ada Whitlock");
    CHECK(iso(article.published) == "2011-03-12T09:30");
    CHECK(article.outlet == "The Tarn Valley Post");
    CHECK(article.body == story);
    CHECK(Page{.title = title + "\n", .byline = ""}.read().title == title);
  }
}

TEST_CASE("text reader: a story alone has its first sentence for a title and no date") {
  const Article article = article_of("text", story);
  CHECK(article.title == "The old stone bridge at Tarn was closed to all traffic on Friday");
  CHECK(article.title_from_text);
  CHECK_FALSE(article.published);
  CHECK(article.body == story);
}

TEST_CASE("text reader: a title made of a long sentence is cut at a word") {
  const std::string sentence = "The council of Tarn" + std::string(60, ' ') +
                               "met in the upper room of the Woolpack inn to hear what the "
                               "surveyor thinks of the bridge and what it may cost to mend, "
                               "which nobody there had cared to ask before the flood.";
  const Article article = article_of("text", sentence);
  REQUIRE(article.title.ends_with("\u2026"));
  const std::string start = article.title.substr(0, article.title.size() - 3);
  REQUIRE(article.body.starts_with(start));
  CHECK(article.body[start.size()] == ' ');
}

TEST_CASE("text reader: a story alone gives up its headline byline and date and nothing else") {
  const Article article = article_of(
      "text", "Bridge at Tarn closed by flood\nBy Ada Whitlock\n12 March 2011\n\n" + story);
  CHECK(article.title == "Bridge at Tarn closed by flood");
  CHECK(joined(article.authors) == "Ada Whitlock");
  CHECK(iso(article.published) == "2011-03-12");
  CHECK(article.body == story);
}

TEST_CASE("text reader: what a dateline tells") {
  struct Row {
    std::string start;
    std::string topics;
    std::string outlet;
    std::string published;
  };
  const Row rows[] = {
      {"BRENNIA:", "Brennia", "", ""},
      {"TARN, Nov 20 (Coastwire) - ", "Tarn", "Coastwire", ""},
      {"TARN, Nov 20, 2011 (Coastwire) - ", "Tarn", "Coastwire", "2011-11-20"},
      {"PORT HALLAM -- ", "Port Hallam", "", ""},
      {"", "", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.start);
    const Article article = article_of("text", row.start + story);
    CHECK(joined(article.topics) == row.topics);
    CHECK(article.outlet == row.outlet);
    CHECK(iso(article.published) == row.published);
    CHECK(article.body == row.start + story);
    CHECK(article.title == "The old stone bridge at Tarn was closed to all traffic on Friday");
  }
}

TEST_CASE("text reader: the mark at the end of wire copy is no part of it") {
  for (const std::string mark : {"ENDS", "-30-", "(END)"}) {
    CAPTURE(mark);
    CHECK(article_of("text", story + "\n\n" + mark + "\n").body == story);
  }
}

TEST_CASE("text reader: a text without a paragraph is kept as it stands") {
  struct Row {
    std::string text;
    std::string body;
  };
  const Row rows[] = {
      {"Flood", "Flood"},
      {"Flood closes the bridge at Tarn.\n", "Flood closes the bridge at Tarn."},
      {"News | Sport\nHome > Tarn\nPrint\n", "News | Sport\nHome > Tarn\nPrint"},
      {"one\r\ntwo\r\n\r\nthree", "one\ntwo\nthree"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(article_of("text", row.text).body == row.body);
  }
}

TEST_CASE("text reader: nothing to read is refused") {
  for (const std::string text : {"", " \n\t\r\n", "-----\n* * *\n", "\xEF\xBB\xBF", "\x01\x02"}) {
    CAPTURE(text);
    CHECK(refusal_of("text", text) == "no text");
  }
}

TEST_CASE("text reader: one line of a hundred thousand words is one paragraph") {
  const std::string line = repeated(100'000, "water ") + "rose.";
  CHECK(article_of("text", line).body == line);
}

// Each of these would take minutes if the lines or their parts were compared with one another.
TEST_CASE("text reader: a text of very many lines takes no more than their number") {
  const int many = 20'000;
  const std::string menu = repeated(50'000, "Sport\n");
  CHECK(article_of("text", menu).body.size() == menu.size() - 1);
  const std::string wrapped = repeated(many, "Water had risen above the arches of the bridge.\n");
  CHECK(article_of("text", wrapped).body.size() == wrapped.size() - 1);
}

TEST_CASE("text reader: very many quotations in a page take no more than their number") {
  CHECK(Page{.behind_story = numbered(10'000, "\"Water had risen above the arches by # feet.\"\n")}
            .read()
            .title == "Bridge at Tarn closed by flood");
}

TEST_CASE("text reader: very many lines in a head take no more than their number") {
  const std::string names = numbered(20'000, "Ward # - Tarn\n");
  const std::string legal = numbered(2'000, "Copyright 2011 The Tarn Valley Post, edition #\n");
  CHECK(Page{.top = "The Tarn Valley Post\n" + names, .behind_story = legal}.read().outlet ==
        "The Tarn Valley Post");
}

TEST_CASE("text reader: a line of very many parts takes no more than their number") {
  CHECK(article_of("text", "Home" + repeated(200'000, " | a")).body.size() == 4 + 200'000 * 4);
  CHECK(article_of("text", "News-" + repeated(100'000, "x")).body.size() == 100'005);
}

TEST_CASE("text reader: any bytes give one article of well-formed text or a reason") {
  std::mt19937 random(11);
  const std::string pieces[] = {"\n",      "\n\n", " | ", "Home > ", "By ",  "12 March 2011",
                                "(Photo)", "\xFF", "\"",  " - ",     "\xE9", "\u3000",
                                first,     "AD",   "\t",  "\r",      "\xC2", "The Post"};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) text += pieces[random() % std::size(pieces)];
    CAPTURE(text);
    REQUIRE(records_of("text", text).size() == 1);
  }
}
