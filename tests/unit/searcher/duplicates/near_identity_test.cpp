// SPDX-License-Identifier: GPL-3.0-or-later
// Which articles are told to be nearly identical without taking their texts apart.
#include "searcher/duplicates/near_identity.hpp"

#include "searcher/duplicates/likeness.hpp"
#include "tests/support/random_text.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

using namespace news;
using namespace news::test;

namespace {

using Words = std::vector<std::string>;

/// "w0 w1 ...", with letters for digits: words that come once.
Words plain_words(std::size_t count) {
  Words words;
  for (std::size_t i = 0; i < count; ++i) {
    std::string word = "word";
    for (const char digit : std::to_string(i)) word.push_back(static_cast<char>('a' + digit - '0'));
    words.push_back(word);
  }
  return words;
}

Article told(const Words& words, std::string title = "Ferry aground",
             const char* published = "2012-06-05") {
  Article article;
  article.title = std::move(title);
  article.body = fmt::format("{}", fmt::join(words, " "));
  article.published = Timestamp::from_iso8601(published);
  return article;
}

Words with(Words words, std::size_t at, const std::string& word) {
  words.at(at) = word;
  return words;
}

bool nearly_identical(const Article& a, const Article& b) {
  const bool are = are_nearly_identical(a, b);
  CHECK(are_nearly_identical(b, a) == are);
  return are;
}

}  // namespace

TEST_CASE("near identity: a text with another plain word, or one more") {
  const Words words = plain_words(70);
  CHECK(nearly_identical(told(words), told(words)));
  CHECK(nearly_identical(told(words), told(with(words, 30, "other"))));
  CHECK(nearly_identical(told(words), told(with(words, 69, "last and more"))));
  CHECK(nearly_identical(told(words), told(with(words, 0, "more at first"))));
  CHECK(nearly_identical(told(words), told(with(words, 30, words[30] + " again"), "Other title")));
}

TEST_CASE("near identity: a number, a name or a longer passage may be another fact") {
  const Words words = plain_words(70);
  for (const char* other : {"7", "Norwick", "five plain words are many", "größer"}) {
    CAPTURE(other);
    CHECK_FALSE(nearly_identical(told(words), told(with(words, 30, other))));
  }
  CHECK_FALSE(nearly_identical(told(words), told(with(with(words, 5, "one"), 60, "two"))));
}

TEST_CASE("near identity: short texts need the same title and day, and differ in one word") {
  const Words words = plain_words(40);
  CHECK(nearly_identical(told(words), told(with(words, 20, "other"))));
  CHECK_FALSE(nearly_identical(told(words), told(with(words, 20, "two words"))));
  CHECK_FALSE(nearly_identical(told(words), told(with(words, 20, "other"), "Another title")));
  CHECK_FALSE(
      nearly_identical(told(words), told(with(words, 20, "other"), "Ferry aground", "2012-06-07")));
  const Words notice = plain_words(20);
  CHECK(nearly_identical(told(notice), told(notice)));
  CHECK_FALSE(nearly_identical(told(notice), told(with(notice, 10, "other"))));
}

TEST_CASE("near identity: tables, and texts more than a week apart, are compared in full") {
  Words table = plain_words(100);
  for (std::size_t i = 0; i < table.size(); i += 3) table[i] = std::to_string(100 + i);
  CHECK_FALSE(nearly_identical(told(table), told(with(table, 31, "other"))));
  const Words words = plain_words(70);
  CHECK_FALSE(
      nearly_identical(told(words), told(with(words, 30, "other"), "Ferry aground", "2012-06-13")));
}

TEST_CASE("near identity: what is nearly identical is one story, whatever was edited") {
  RandomText random(31);
  const auto word = [&random](std::size_t i) -> std::string {
    switch (random.below(12)) {
      case 0:
        return std::to_string(random.below(300));
      case 1:
        return fmt::format("Name{}", random.below(20));
      case 2:
        return "the";
      default:
        return fmt::format("w{}", std::string(1 + i % 7, static_cast<char>('a' + i % 26)));
    }
  };
  std::size_t near = 0;
  for (int round = 0; round < 4000; ++round) {
    Words words(8 + random.below(120));
    for (std::size_t i = 0; i < words.size(); ++i) words[i] = word(random.below(400));
    Words edited = words;
    for (std::size_t edits = random.below(3); edits > 0; --edits) {
      const std::size_t at = random.below(edited.size());
      const std::string other = random.below(2) == 0 ? "other" : word(random.below(400));
      edited[at] = random.below(2) == 0 ? other : edited[at] + " " + other;
    }
    const Article a = told(words);
    const Article b = told(edited, random.below(3) == 0 ? "Other" : "Ferry aground",
                           random.below(3) == 0 ? "2012-06-09" : "2012-06-06");
    if (!are_nearly_identical(a, b)) continue;
    ++near;
    CAPTURE(a.body);
    CAPTURE(b.body);
    CHECK(is_one_story(likeness(story_text(a), story_text(b))));
  }
  CHECK(near > 400);
}
