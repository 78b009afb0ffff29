// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/story_paragraphs.hpp"

#include "tests/support/reading.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

const std::string one = "The old bridge at Tarn was closed on Friday.";
const std::string two = "Water had risen above the arches of the bridge.";
const std::string three = "Divers will look at the piers of the bridge soon.";
const std::string four = "The mill below lost its wheel at midnight.";

/// What is left of some lines that stand between the paragraphs of a story, with " / " between.
/// Blank lines set the paragraphs apart.
std::string left_of(const std::string& interruption) {
  const auto forms = line_forms(split_text_lines(one + "\n\n" + two + "\n\n" + interruption +
                                                 "\n\n" + three + "\n\n" + four));
  std::vector<std::string> paragraphs = story_paragraphs(forms, {0, forms.size(), 0});
  REQUIRE(paragraphs.size() >= 4);
  CHECK(paragraphs.back() == four);
  paragraphs.erase(paragraphs.begin(), paragraphs.begin() + 2);
  paragraphs.resize(paragraphs.size() - 2);
  return joined(paragraphs, " / ");
}

}  // namespace

TEST_CASE("story paragraphs: a heading or sentence or list between two of them stays") {
  const std::string rows[] = {
      "A long detour",
      "Share slump",
      "Photos of the flood were shown to the council.",
      "\"No,\" he said.",
      "- the upper bridge\n- the ford",
      "He named two ways:\nthe upper bridge\nthe ford",
  };
  for (const std::string& row : rows) {
    CAPTURE(row);
    std::string kept = row;
    for (std::size_t at = 0; (at = kept.find('\n', at)) != std::string::npos; at += 3) {
      kept.replace(at, 1, " / ");
    }
    CHECK(left_of(row) == kept);
  }
}

TEST_CASE("story paragraphs: what interrupts a story goes") {
  struct Row {
    std::string lines;
    std::string left;
  };
  const Row rows[] = {
      {"ADVERTISEMENT", ""},
      {"Read more: The mill that moved", ""},
      {"See the divers at work »", ""},
      {"File photo", ""},
      // a caption is longer than a heading and no sentence
      {"Divers of the county police at the northern pier on Friday", ""},
      // a box of several lines
      {"KEY FACTS\nBuilt in 1811\nLength: 61 metres", ""},
      {"Earlier floods\n3 May 2010 - Rain\n4 May 2010 - Snow", ""},
      // words pulled out of the text and who said them
      {"Water had risen above the arches\nBen Oake", ""},
      // what stands over a heading
      {"Divers of the county police at the northern pier\n\nA long detour", "A long detour"},
      {"Divers at the northern pier\n'A long detour'", "'A long detour'"},
      {"Enlarge image\nA long detour", "A long detour"},
      {"A long detour\n\nBuilt in 1811\nLength: 61 metres", "A long detour"},
      {"Divers at the northern pier\nBen Oake", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.lines);
    CHECK(left_of(row.lines) == row.left);
  }
}

TEST_CASE("story paragraphs: tables that make up much of a story are its own") {
  std::string table = "Results";
  for (int i = 0; i < 12; ++i) table += "\nTarn Rovers 2 Hallam Albion " + std::to_string(i);
  std::string kept = table;
  for (std::size_t at = 0; (at = kept.find('\n', at)) != std::string::npos; at += 3) {
    kept.replace(at, 1, " / ");
  }
  CHECK(left_of(table) == kept);
}

TEST_CASE("story paragraphs: a story without full stops keeps its long lines") {
  const std::string thai = "สะพานเก่าถูกปิดเมื่อวันศุกร์เพราะน้ำท่วมสูงกว่าซุ้มโค้งของสะพาน";
  const auto forms = line_forms(split_text_lines(thai + "\n\n" + thai + "ก\n\n" + thai + "ข"));
  CHECK(story_paragraphs(forms, {0, 3, 0}).size() == 3);
}

TEST_CASE("story paragraphs: over the story only paragraphs are its lead") {
  const auto forms = line_forms(
      split_text_lines(one + "\nAda Whitlock\nTarn\n12 March 2011\n" + two + "\n" + three));
  CHECK(joined(story_paragraphs(forms, {0, 6, 4}), " / ") == one + " / " + two + " / " + three);
}
