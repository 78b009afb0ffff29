// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/cut_points.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

/// A text with a bar where a cut is asked for.
struct Place {
  explicit Place(std::string marked) : text(std::move(marked)), at(text.find('|')) {
    text.erase(at, 1);
  }

  std::string with_bar(std::size_t place) const {
    std::string out = text;
    return out.insert(place, "|");
  }

  std::string text;
  std::size_t at;
};

std::string word_before(const std::string& marked) {
  const Place place(marked);
  return place.with_bar(CutPoints().word_at_or_before(place.text, place.at));
}

std::string word_behind(const std::string& marked) {
  const Place place(marked);
  return place.with_bar(CutPoints().word_at_or_behind(place.text, place.at));
}

std::string character_before(const std::string& marked) {
  const Place place(marked);
  return place.with_bar(CutPoints().character_at_or_before(place.text, place.at));
}

std::string character_behind(const std::string& marked) {
  const Place place(marked);
  return place.with_bar(CutPoints().character_at_or_behind(place.text, place.at));
}

}  // namespace

TEST_CASE("cut points: words are left whole") {
  CHECK(word_before("the fer|ry") == "the |ferry");
  CHECK(word_behind("the fer|ry sank") == "the ferry| sank");
  CHECK(word_before("the |ferry") == "the |ferry");
  CHECK(word_before("the| ferry") == "the| ferry");
  CHECK(word_behind("the| ferry") == "the| ferry");
  CHECK(word_before("fer|ry") == "|ferry");
  CHECK(word_behind("fer|ry") == "ferry|");
  CHECK(word_before("ferry|") == "ferry|");
  CHECK(word_before("|ferry") == "|ferry");
  CHECK(word_before("|") == "|");
}

TEST_CASE("cut points: so are those of scripts without spaces") {
  std::string rain;
  for (int i = 0; i < 30; ++i) rain += "\u4E0B\u96E8";
  const std::string ferry = "\u6E21\u8F2A";
  CHECK(word_before(rain + "\u6E21|\u8F2A" + rain) == rain + "|" + ferry + rain);
  CHECK(word_behind(rain + "\u6E21|\u8F2A" + rain) == rain + ferry + "|" + rain);
}

TEST_CASE("cut points: an endless word is cut between characters") {
  std::string word;
  for (int i = 0; i < 400; ++i) word += "e\u0301";
  const Place place(word.substr(0, 601) + "|" + word.substr(601));  // before a mark
  CHECK(CutPoints().word_at_or_before(place.text, place.at) == 600);
  CHECK(CutPoints().word_at_or_behind(place.text, place.at) == 603);
}

TEST_CASE("cut points: characters keep their marks and joined parts") {
  CHECK(character_before("cafe|\u0301s") == "caf|e\u0301s");
  CHECK(character_behind("cafe|\u0301s") == "cafe\u0301|s");
  CHECK(character_before("\U0001F468|\u200D\U0001F469.") == "|\U0001F468\u200D\U0001F469.");
  CHECK(character_before("fer|ry") == "fer|ry");
  CHECK(character_behind("fer|ry") == "fer|ry");
  CHECK(character_behind("caf\u00E9|") == "caf\u00E9|");
}

TEST_CASE("cut points: an endless character is cut between code points") {
  std::string marks = "e";
  for (int i = 0; i < 1000; ++i) marks += "\u0301";
  for (const std::size_t at : {1000U, 1001U}) {
    const std::size_t before = CutPoints().character_at_or_before(marks, at);
    CHECK(before <= at);
    CHECK(before + 2 > at);
    CHECK(before % 2 == 1);
  }
}
