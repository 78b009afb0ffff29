// SPDX-License-Identifier: GPL-3.0-or-later
// Which texts are one story.
#include "searcher/duplicates/likeness.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

Article told(std::string title, std::string body, const char* published = nullptr) {
  Article article;
  article.title = std::move(title);
  article.body = std::move(body);
  if (published != nullptr) article.published = Timestamp::from_iso8601(published);
  return article;
}

Likeness compared(const Article& a, const Article& b) {
  return likeness(story_text(a), story_text(b));
}

bool is_one_story(const Article& a, const Article& b) {
  const bool one = news::is_one_story(compared(a, b));
  CHECK(news::is_one_story(compared(b, a)) == one);
  return one;
}

const std::string lead =
    "The ferry Marigold ran aground on a sandbank off Norwick harbour in thick fog early on "
    "Tuesday "
    "with 212 people on board, and nobody was hurt, the coastguard said.";
const std::string middle =
    "The ship had left Kestrel Bay shortly after five and was less than a mile from its berth when "
    "the captain lost sight of the harbour lights, according to a first account that the line gave "
    "to the harbour office. Two lifeboats and a fishing boat took the passengers ashore.";
const std::string rest =
    "Divers found no hole in the hull. A tug will try to pull the Marigold free at the spring tide "
    "on Thursday night, and until then an older ship is to make 4 crossings a day instead of 7. "
    "The line has had two groundings in nine years. After the first one, in 2007, it promised a "
    "second officer on the bridge in fog.";

std::string paragraphs(const std::string& a, const std::string& b = {}, const std::string& c = {}) {
  return a + (b.empty() ? "" : "\n" + b) + (c.empty() ? "" : "\n" + c);
}

const Article original = told("Ferry aground", paragraphs(lead, middle, rest), "2012-06-05");

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("likeness: a copy under another headline is one story") {
  CHECK(is_one_story(original, told("Passengers rescued", original.body)));
}

TEST_CASE("likeness: a copy that was cut short is one story") {
  CHECK(is_one_story(original, told("Passengers rescued", paragraphs(lead, middle))));
}

TEST_CASE("likeness: a frame of the outlet's own words makes no other story") {
  const std::string own =
      "For the families who waited on our quay the wait was long, but it ended well, as our "
      "reporter saw for herself when the boats came in.";
  const std::string boilerplate =
      "Subscribe to the Mirror for as little as a cup of coffee a week. All rights reserved.";
  CHECK(is_one_story(original, told("", paragraphs(own, original.body, boilerplate))));
  CHECK(is_one_story(original, told("", paragraphs(own, paragraphs(lead, middle), boilerplate))));
}

TEST_CASE("likeness: small edits make no other story") {
  std::string body = replaced(original.body, "early on Tuesday", "early Tuesday");
  body = replaced(body, "shortly after", "just after");
  body = replaced(body, "will try to pull", "is to try and pull");
  CHECK(is_one_story(original, told("Aground", body)));
}

TEST_CASE("likeness: a later version with a new lead and a number that grew is one story") {
  const std::string body = replaced(original.body, "212", "214");
  CHECK(is_one_story(
      original, told("Ferry aground", paragraphs("The ferry was still fast on Tuesday evening, "
                                                 "the harbour master said.",
                                                 body))));
}

TEST_CASE("likeness: two reports that share their background are two stories") {
  const std::string other =
      "The head of the ferry line rejected criticism of its rules on Wednesday, saying that its "
      "captains were free to stay in port whenever they saw fit. No captain had ever been "
      "reproached for a cancelled crossing, he told reporters. The seamen's union will ask the "
      "ministry to look into bonuses that are paid for punctual arrivals. It said the timetable "
      "left no room for caution, and called for talks before the summer.";
  CHECK_FALSE(is_one_story(original, told("Line defends rules", paragraphs(other, rest))));
}

TEST_CASE("likeness: a story inside a digest of the day is not the digest") {
  std::string others;
  for (int i = 0; i < 40; ++i) {
    others += "Item " + std::to_string(i) + " tells of x" + std::to_string(i) + " and its y" +
              std::to_string(i) + ". ";
  }
  CHECK_FALSE(is_one_story(original, told("The day", paragraphs(others, original.body, others))));
  CHECK(is_one_story(original, told("Aground", paragraphs(original.body, others))));
}

TEST_CASE("likeness: one form with other facts in it gives two stories") {
  const auto closing = [](const char* index, const char* change, const char* cannery,
                          const char* volume) {
    return told("Closing report",
                std::string("Norwick shares closed at ") + index +
                    " on the coast exchange, up by " + change + " points. Cannery stocks were at " +
                    cannery + ". Volume was " + volume +
                    " million shares. Dealers said that trading was calm throughout the afternoon "
                    "and that most investors were waiting for the decision of the central bank on "
                    "interest rates, which is due in the coming week at the latest.");
  };
  CHECK(is_one_story(closing("1012.4", "3.1", "220.5", "14.2"),
                     closing("1012.4", "3.1", "220.5", "14.2")));
  CHECK_FALSE(is_one_story(closing("1012.4", "3.1", "220.5", "14.2"),
                           closing("1008.8", "2.6", "219.9", "12.8")));
}

TEST_CASE("likeness: a notice of a few words is a copy only under its own title") {
  const std::string notice = "Qtly div 10 cts vs 10 cts prior. Pay April 10. Record March 20.";
  const Article one = told("HELIANDRA CORP SETS QUARTERLY", notice);
  CHECK(is_one_story(one, told("HELIANDRA CORP SETS QUARTERLY", notice)));
  CHECK_FALSE(is_one_story(one, told("MAREL SHIPPING IN PAYOUT", notice)));
  CHECK_FALSE(is_one_story(
      one, told("HELIANDRA CORP SETS QUARTERLY", replaced(notice, "April 10", "April 20"))));
}

TEST_CASE("likeness: the same notice days later is the next one") {
  const std::string notice =
      "The bank entered the market to arrange one billion crowns of repurchase agreements, a "
      "spokesman said. Dealers said funds were trading at 6 percent at the time.";
  const auto on = [&](const char* day) { return told("Bank adds reserves", notice, day); };
  CHECK(is_one_story(on("2012-06-05"), on("2012-06-06")));
  CHECK_FALSE(is_one_story(on("2012-06-05"), on("2012-06-20")));
}

TEST_CASE("likeness: a month of publication does not tell days apart") {
  CHECK_FALSE(compared(told("", lead, "2012-06"), told("", lead, "2012-08")).days_apart);
  CHECK(compared(told("", lead, "2012-06-01"), told("", lead, "2012-06-04")).days_apart == 3);
}

TEST_CASE("likeness: numbers and names that took the place of others are told from other words") {
  const auto changed = [](const std::string& what, const std::string& with) {
    return compared(original, told("", replaced(original.body, what, with)));
  };
  CHECK(changed("212", "214").changed_numbers == 1);
  CHECK(changed("off Norwick harbour", "off Marel harbour").changed_names == 1);
  const Likeness plain = changed("sandbank", "reef");
  CHECK(plain.changes == 1);
  CHECK(plain.changed_numbers + plain.changed_names == 0);
}

TEST_CASE("likeness: digits of other scripts and Chinese numerals are numbers") {
  for (const char* text : {"٣٤", "۳۴", "三百二十"}) {
    CAPTURE(text);
    const StoryText story = story_text(told("", text));
    REQUIRE(!story.body.empty());
    CHECK(story.body.front().is_number);
  }
  CHECK_FALSE(story_text(told("", "harbour")).body.front().is_number);
}

TEST_CASE("likeness: nothing is like nothing") {
  CHECK_FALSE(is_one_story(told("", ""), told("", lead)));
  CHECK_FALSE(is_one_story(told("Fog", ""), told("Rain", "")));
}
