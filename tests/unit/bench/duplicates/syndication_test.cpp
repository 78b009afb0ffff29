// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/duplicates/syndication.hpp"

#include "searcher/duplicates/likeness.hpp"

#include <doctest/doctest.h>

using namespace news;
using namespace news::bench;

namespace {

Article wire_story() {
  Article article;
  article.id = "w1";
  article.title = "Harbour dues rise";
  article.body = "The harbour office will raise its dues on 1 May, it said on Friday.";
  for (int paragraph = 0; paragraph < 6; ++paragraph) {
    article.body += "\nParagraph " + std::to_string(paragraph) + " tells";
    for (int word = 0; word < 50; ++word) {
      article.body += " of" + std::string(1, static_cast<char>('a' + paragraph)) +
                      std::string(1, static_cast<char>('a' + word % 26)) +
                      (word % 7 == 0 ? " " + std::to_string(10 * word + paragraph) : "");
    }
    article.body += ".";
  }
  return article;
}

}  // namespace

TEST_CASE("syndication: what tells the story and what does not is as it is said to be") {
  const Article original = wire_story();
  for (const Syndication& syndication : syndications()) {
    CAPTURE(syndication.name);
    const Article made = syndication.make(original);
    CHECK(made.id != original.id);
    CHECK(made.body != original.body);
    CHECK(is_one_story(likeness(story_text(original), story_text(made))) ==
          syndication.is_one_story);
  }
}
