// SPDX-License-Identifier: GPL-3.0-or-later
// What generated articles are like.
#include "bench/scale/generator.hpp"

#include "bench/scale/growth_law.hpp"
#include "bench/scale/invented_words.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace news;
using namespace news::bench;

namespace {

std::vector<Article> generated(std::size_t count, const GeneratorSettings& settings = {}) {
  ArticleGenerator generator(settings);
  std::vector<Article> articles;
  for (std::size_t i = 0; i < count; ++i) articles.push_back(generator.next());
  return articles;
}

}  // namespace

TEST_CASE("generator: the same articles each time, each with an id of its own") {
  const std::vector<Article> articles = generated(300);
  CHECK(articles == generated(300));
  std::set<std::string> ids;
  for (const Article& article : articles) ids.insert(article.id);
  CHECK(ids.size() == 300);
}

TEST_CASE("generator: articles are what an index expects of them, and stay so") {
  for (Article article : generated(200)) {
    const Article before = article;
    normalize(article);
    CHECK(article == before);
    CHECK_FALSE(article.title.empty());
    CHECK(article.body.size() > 60);
  }
}

TEST_CASE("generator: dates go on") {
  const std::vector<Article> articles = generated(200);
  CHECK(articles.front().published->to_iso8601() == "2014-01-01T00:00:00+00:00");
  for (std::size_t i = 1; i < articles.size(); ++i) {
    CHECK(articles[i].published->to_unix_seconds() > articles[i - 1].published->to_unix_seconds());
  }
}

TEST_CASE("generator: as many tell a story again as is asked for") {
  const auto bodies = [](double copies) {
    GeneratorSettings settings;
    settings.copies = copies;
    std::set<std::string> beginnings;
    for (const Article& article : generated(2000, settings)) {
      beginnings.insert(article.body.substr(0, 60));
    }
    return beginnings.size();
  };
  CHECK(bodies(0) == 2000);
  CHECK(bodies(0.1) < 1840);
  CHECK(bodies(0.1) > 1760);
}

TEST_CASE("generator: the vocabulary grows as the tail of the ranks says") {
  GeneratorSettings settings;
  settings.numbers = 0;
  settings.repetition = 0;
  VocabularyGrowth growth;
  for (const Article& article : generated(4000, settings)) growth.add(article.body);
  CHECK(growth.law().exponent == doctest::Approx(1 / settings.ranks.tail).epsilon(0.1));
}

TEST_CASE("word ranks: the frequency of a rank falls as 1/r") {
  const WordRanks ranks(RankLaw{});
  std::mt19937_64 random(7);
  std::map<std::uint64_t, int> counts;
  for (int i = 0; i < 200'000; ++i) ++counts[ranks.draw(random)];
  CHECK(counts.begin()->first == 1);
  CHECK(counts[1] / 10.0 == doctest::Approx(counts[10]).epsilon(0.1));
  CHECK(counts[2] / 20.0 == doctest::Approx(counts[40]).epsilon(0.2));
  CHECK(counts.rbegin()->first > 3000);
}

TEST_CASE("invented words: each rank has one of its own, in letters") {
  std::set<std::string> words;
  for (std::uint64_t rank = 1; rank <= 50'000; ++rank) {
    const std::string word = word_of_rank(rank);
    CHECK(std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }));
    words.insert(word);
  }
  CHECK(words.size() == 50'000);
  CHECK(word_of_rank(1) == "the");
  CHECK(word_of_rank(1'000'000'000'000).size() < 20);
}
