// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/scale/word_ranks.hpp"
#include "news/article/article.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <random>
#include <string>
#include <vector>

namespace news::bench {

/// What generated articles are like. The defaults are fitted on Reuters-21578 and C50, where they
/// can be (docs/scale.md).
struct GeneratorSettings {
  RankLaw ranks;
  double repetition = 0.12;      ///< words that the article has already
  double numbers = 0.05;         ///< words that are numbers
  double length_log_mean = 5.0;  ///< of the words of a body, whose logarithm is normal
  double length_log_deviation = 0.8;
  double copies = 0.06;  ///< articles that tell the story of one before
  unsigned outlets = 200;
  unsigned years = 10;
  std::uint64_t articles_a_year = 200'000;
};

/// Generates articles as a news archive has them, one after the other, the same on every machine:
/// words by RankLaw, a capital letter for names, sentences, paragraphs; dates that go on; outlets
/// of which a few have most; and some articles that other outlets printed before, to the letter,
/// under another title or cut short.
class ArticleGenerator {
 public:
  explicit ArticleGenerator(const GeneratorSettings& settings, std::uint64_t seed = 1987);

  Article next();

 private:
  Article fresh();
  Article copy_of(const Article& original);
  std::string title(const std::vector<std::uint64_t>& ranks);
  std::string body(std::vector<std::uint64_t>& ranks);
  std::string number();
  std::string outlet();
  Timestamp published() const;
  std::size_t body_words();

  GeneratorSettings settings_;
  WordRanks ranks_;
  WordRanks outlets_;
  std::mt19937_64 random_;
  std::uint64_t made_ = 0;
  std::deque<Article> recent_;  ///< what copies are made of
};

}  // namespace news::bench
