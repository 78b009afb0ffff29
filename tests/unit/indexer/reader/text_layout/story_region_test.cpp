// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/story_region.hpp"

#include "indexer/reader/text_layout/story_paragraphs.hpp"
#include "tests/support/reading.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

std::vector<LineForm> forms_of(const std::string& text) {
  return line_forms(split_text_lines(text));
}

/// The paragraphs that a text's story has, with " / " between.
std::string story_of(const std::string& text) {
  const auto forms = forms_of(text);
  return joined(story_paragraphs(forms, find_story(forms)), " / ");
}

const std::string one = "The old bridge at Tarn was closed on Friday.";
const std::string two = "Water had risen above the arches of the bridge.";
const std::string three = "Divers will look at the piers of the bridge soon.";
const std::string story = one + " / " + two + " / " + three;

std::string lines(std::initializer_list<std::string> parts) {
  return joined(std::vector<std::string>(parts), "\n");
}

}  // namespace

TEST_CASE("story region: a text without a paragraph has no story") {
  for (const std::string text : {"", "News | Sport", "one\ntwo\nthree", "12 March 2011"}) {
    CAPTURE(text);
    CHECK(find_story(forms_of(text)).empty());
    CHECK(story_of(text).empty());
  }
}

TEST_CASE("story region: the largest run of paragraphs is the story") {
  const std::string far = "\nSport\nFarming\nLetters\nJobs\n";
  const std::string other = "This is a short word of welcome to you.";
  CHECK(story_of(lines({one, two, three}) + far + other) == story);
  CHECK(story_of(other + far + lines({one, two, three})) == story);
}

TEST_CASE("story region: it goes on behind a short interruption") {
  CHECK(story_of(lines({one, "A long detour", two, "ADVERTISEMENT", three})) ==
        one + " / A long detour / " + two + " / " + three);
}

TEST_CASE("story region: it goes on behind a long interruption if enough follows") {
  const std::string box = "RELATED STORIES\n3 May 2010 - Rain\n4 May 2010 - Snow\nMost read\n";
  const std::string more = lines({"The mill below the bridge lost its wheel at midnight.",
                                  "The council meets on Monday to talk about the cost."});
  const auto forms = forms_of(lines({one, two, three}) + "\n" + box + more);
  CHECK(find_story(forms).end == forms.size());
  CHECK(joined(story_paragraphs(forms, find_story(forms)), "\n") ==
        lines({one, two, three}) + "\n" + more);
}

TEST_CASE("story region: a lead set apart belongs to it if it has the same words") {
  const std::string head = "\nBy Ada Whitlock\nTarn\n12 March 2011\nPrint\nE-mail this\n";
  const auto region_behind = [&](const std::string& lead) {
    return find_story(forms_of(lead + head + lines({one, two, three})));
  };
  const StoryRegion apart = region_behind("The bridge at Tarn is closed by water.");
  CHECK(apart.begin == 0);
  CHECK(apart.head_end == 6);
  CHECK(apart.end == 9);
  CHECK(region_behind("Our reporters wish you a pleasant evening.").begin == 6);
}

TEST_CASE("story region: a paragraph on the other side of a box belongs to it") {
  const std::string box = "\nKEY FACTS\nBuilt in 1811\nLength: 61 metres\n";
  const std::string cut_off =
      "The council at Tarn will meet on Monday evening to talk about the bridge.";
  const std::string body = lines({one, two, three});
  const StoryRegion behind = find_story(forms_of(body + box + cut_off));
  CHECK(behind.end == 7);
  const StoryRegion before = find_story(forms_of(cut_off + box + body));
  CHECK(before.begin == 0);
  CHECK(before.head_end == 0);
  const std::string other = "Readers who send us their holiday snaps may win a weekend for four.";
  CHECK(find_story(forms_of(body + box + other)).end == 3);
  CHECK(find_story(forms_of(other + box + body)).begin == 4);
}

TEST_CASE("story region: what opens with a dateline is a lead") {
  const std::string box = "\nRelated\nRain all week (3 May 2010)\nSnow all week (4 May 2010)\n";
  const std::string lead = "TARN, Brennia (Coastwire) - Nobody had seen as much rain in March.";
  CHECK(find_story(forms_of(lead + box + lines({one, two, three}))).begin == 0);
}

TEST_CASE("story region: it ends where readers begin to speak") {
  for (const char* heading : {"Have your say", "Your comments:", "Leave a Reply"}) {
    CAPTURE(heading);
    CHECK(story_of(lines({one, two, three, heading, "I saw the bridge when I was a boy."})) ==
          story);
  }
}

TEST_CASE("story region: a question behind it is a pointer to another story") {
  CHECK(story_of(lines({one, two, three, "Who pays?", "3 May 2010"})) == story);
}

TEST_CASE("story region: the short last sentence of a story belongs to it") {
  CHECK(story_of(lines({one, two, three, "Nobody was hurt."})) == story + " / Nobody was hurt.");
  CHECK(story_of(lines({one, two, three, "All rights reserved."})) == story);
}

TEST_CASE("story region: captions in one block with the headline are before it") {
  const std::string text =
      lines({"Bridge closed by flood", "The bridge at Tarn stood under water on Friday.", one, "",
             two, "", three, "", "The mill lost its wheel at midnight.", "",
             "The council meets on Monday evening."});
  CHECK(find_story(forms_of(text)).begin == 2);
}

TEST_CASE("story region: only a quotation that is repeated is pulled out of the text") {
  struct Row {
    std::string quote;
    bool kept;
  };
  const Row rows[] = {
      {"\"Water had risen above the arches\"", false},
      {"\u201CWater had risen above the arches\u201D \u2014 Ben Oake", false},
      {"\u201EWater had risen above the arches\u201C", false},
      {"\u00ABWater had risen above the arches\u00BB", false},
      {"\"Water had gone below the arches\"", true},
      {"\"Water had risen above the arches\" said Ben Oake of the mill.", true},
      {"\"Water\"", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.quote);
    const auto forms = forms_of(lines({one, row.quote, two, three}));
    CHECK((story_paragraphs(forms, find_story(forms)).size() == 4) == row.kept);
  }
}

TEST_CASE("story region: a text of it is one paragraph a line") {
  CHECK(text_of(forms_of(lines({one, two, three})), {1, 3, 1}) == two + "\n" + three + "\n");
  CHECK(text_of({}, {}).empty());
}

TEST_CASE("story region: what makes a text a page") {
  struct Row {
    std::string extra;
    bool page;
  };
  const Row rows[] = {
      {"", false},
      {"News | Sport | Farming", false},
      {"12 March 2011", false},
      {"Copyright 2011 The Post", false},
      {"Copyright 2011 The Post\nNews | Sport | Farming", true},
      {"Home > News\n12 March 2011", true},
      {"ADVERTISEMENT\nRead more: Rain", true},
      {"News\nSport\nFarming", false},
      {"News\nSport\nFarming\nCopyright 2011 The Post", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.extra);
    CHECK(looks_like_page(forms_of(lines({one, two, three}) + "\n" + row.extra)) == row.page);
  }
}
