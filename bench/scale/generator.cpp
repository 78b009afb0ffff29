// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/scale/generator.hpp"

#include "bench/scale/invented_words.hpp"
#include "news/base/ascii.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

namespace news::bench {

namespace {

/// A rank that stands for no word but a number.
constexpr std::uint64_t number_rank = 0;

/// Frequent words tell nothing and are in no title.
constexpr std::uint64_t lowest_title_rank = 100;

constexpr std::size_t most_recent = 2000;

std::string capitalized(std::string word) {
  word.front() = ascii::to_upper(word.front());
  return word;
}

/// The text up to the end of a sentence, about this share of it.
std::string beginning(const std::string& text, double share) {
  const auto length = static_cast<std::size_t>(share * static_cast<double>(text.size()));
  const std::size_t end = text.find(". ", length);
  return end == std::string::npos ? text : text.substr(0, end + 1);
}

}  // namespace

ArticleGenerator::ArticleGenerator(const GeneratorSettings& settings, std::uint64_t seed)
    : settings_(settings),
      ranks_(settings.ranks),
      outlets_({.boundary = static_cast<double>(settings.outlets), .tail = 3}),
      random_(seed) {}

Article ArticleGenerator::next() {
  const bool copies = !recent_.empty() && uniform(random_) < settings_.copies;
  Article article = copies ? copy_of(recent_[random_() % recent_.size()]) : fresh();
  article.id = fmt::format("g{}", made_);
  article.outlet = outlet();
  article.published = published();
  article.language = *Language::from_code("en");
  ++made_;
  if (!copies) recent_.push_back(article);
  if (recent_.size() > most_recent) recent_.pop_front();
  return article;
}

Article ArticleGenerator::fresh() {
  static constexpr std::array<const char*, 8> sections = {
      "business", "world", "sport", "politics", "culture", "science", "local", "opinion"};
  std::vector<std::uint64_t> ranks;
  Article article;
  article.body = body(ranks);
  article.title = title(ranks);
  article.section = sections[random_() % sections.size()];
  constexpr std::uint64_t first_author = 50'000;
  const std::uint64_t author = first_author + 2 * (ranks_.draw(random_) % 4000);
  article.authors = {fmt::format("{} {}", capitalized(word_of_rank(author)),
                                 capitalized(word_of_rank(author + 1)))};
  return article;
}

Article ArticleGenerator::copy_of(const Article& original) {
  Article copy = original;
  switch (random_() % 3) {
    case 0:
      break;
    case 1: {
      std::vector<std::uint64_t> ranks(8);
      for (std::uint64_t& rank : ranks) rank = lowest_title_rank + ranks_.draw(random_);
      copy.title = title(ranks);
      break;
    }
    default:
      copy.body = beginning(original.body, 0.6);
  }
  return copy;
}

std::string ArticleGenerator::title(const std::vector<std::uint64_t>& ranks) {
  const std::size_t wanted = 5 + random_() % 4;
  std::string title;
  std::size_t words = 0;
  for (const std::uint64_t rank : ranks) {
    if (rank < lowest_title_rank) continue;
    if (!title.empty()) title.push_back(' ');
    title += title.empty() || is_name(rank) ? capitalized(word_of_rank(rank)) : word_of_rank(rank);
    if (++words == wanted) break;
  }
  return title;
}

/// The ranks of the words go to `ranks`, in their order.
std::string ArticleGenerator::body(std::vector<std::uint64_t>& ranks) {
  constexpr std::size_t sentences_a_paragraph = 3;
  std::string body;
  std::size_t sentences = 0;
  for (std::size_t left = body_words(); left > 0; ++sentences) {
    const std::size_t sentence = std::min<std::size_t>(left, 10 + random_() % 20);
    if (!body.empty()) body.push_back(sentences % sentences_a_paragraph == 0 ? '\n' : ' ');
    for (std::size_t i = 0; i < sentence; ++i) {
      const bool repeats = !ranks.empty() && uniform(random_) < settings_.repetition;
      const bool counts = !repeats && uniform(random_) < settings_.numbers;
      ranks.push_back(repeats  ? ranks[random_() % ranks.size()]
                      : counts ? number_rank
                               : ranks_.draw(random_));
      const std::uint64_t rank = ranks.back();
      std::string word = rank == number_rank ? number() : word_of_rank(rank);
      if (i > 0) body.push_back(' ');
      body += i == 0 || is_name(rank) ? capitalized(std::move(word)) : word;
    }
    body.push_back('.');
    left -= sentence;
  }
  return body;
}

/// Small ones are frequent, as the logarithm is even, and most are round.
std::string ArticleGenerator::number() {
  constexpr double digits = 6;
  constexpr std::uint64_t significant = 100;
  auto number = static_cast<std::uint64_t>(std::pow(10, digits * uniform(random_)));
  std::uint64_t unit = 1;
  while (number / unit >= significant) unit *= 10;
  if (random_() % 16 != 0) number = number / unit * unit;
  return std::to_string(number);
}

std::string ArticleGenerator::outlet() {
  constexpr std::uint64_t first_outlet = 90'000;
  const std::uint64_t outlet = outlets_.draw(random_) % settings_.outlets;
  return "The " + capitalized(word_of_rank(first_outlet + 3 * outlet));
}

Timestamp ArticleGenerator::published() const {
  constexpr std::uint64_t first = 1'388'534'400;  // 2014-01-01
  constexpr std::uint64_t seconds_a_year = 365 * 24 * 60 * 60;
  const std::uint64_t since = made_ * seconds_a_year / settings_.articles_a_year;
  const std::uint64_t seconds = first + since % (settings_.years * seconds_a_year);
  return *Timestamp::from_unix_seconds(static_cast<std::int64_t>(seconds));
}

/// By Box and Muller's transform.
std::size_t ArticleGenerator::body_words() {
  constexpr double least = 20;
  constexpr double most = 5000;
  const double radius = std::sqrt(-2 * std::log(1 - uniform(random_)));
  const double normal = radius * std::cos(2 * std::numbers::pi * uniform(random_));
  const double words =
      std::exp(settings_.length_log_mean + settings_.length_log_deviation * normal);
  return static_cast<std::size_t>(std::clamp(words, least, most));
}

}  // namespace news::bench
