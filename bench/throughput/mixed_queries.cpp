// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/throughput/mixed_queries.hpp"

#include "bench/throughput/rows.hpp"
#include "news/base/ascii.hpp"
#include "news/base/error.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace news::bench {

namespace {

using Words = std::vector<std::string>;

constexpr std::size_t least_letters = 4;
constexpr std::size_t prefix_letters = 5;
/// One article of so many is read for its words.
constexpr std::size_t stride = 10;

Words words_of(const std::string& text) {
  Words words;
  std::string word;
  for (const char c : text + " ") {
    if (ascii::is_alpha(c)) {
      word.push_back(ascii::to_lower(c));
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  return words;
}

/// The words of some articles, each as they follow each other.
std::vector<Words> sample(const std::filesystem::path& rows) {
  std::vector<Words> articles;
  RowReader reader(rows);
  std::size_t number = 0;
  for (Row row; reader.read(row);) {
    if (number++ % stride != 0) continue;
    Words words = words_of(row.body);
    if (words.size() > 20) articles.push_back(std::move(words));
  }
  if (articles.empty()) throw Error(rows.string(), "has no articles to draw queries from");
  return articles;
}

class Drawer {
 public:
  explicit Drawer(std::vector<Words> articles) : articles_(std::move(articles)) {
    std::set<std::string> words;
    for (const Words& article : articles_) words.insert(article.begin(), article.end());
    std::copy_if(words.begin(), words.end(), std::back_inserter(vocabulary_), is_long);
    if (vocabulary_.empty()) throw Error("mixed queries", "there are no words to ask for");
  }

  Query words(const std::string& kind, std::size_t count) {
    const Words drawn = several(count);
    return {kind, fmt::format("{}", fmt::join(drawn, " ")),
            fmt::format("{}", fmt::join(drawn, " OR "))};
  }

  Query all() {
    const Words drawn = several(2);
    const std::string text = fmt::format("{}", fmt::join(drawn, " AND "));
    return {"all words", text, text};
  }

  Query without() {
    const Words drawn = several(3);
    return {"without", fmt::format("{} {} -{}", drawn[0], drawn[1], drawn[2]),
            fmt::format("({} OR {}) NOT {}", drawn[0], drawn[1], drawn[2])};
  }

  Query phrase() {
    const std::string quoted = fmt::format("\"{}\"", run(2 + below(2)));
    return {"phrase", quoted, quoted};
  }

  Query phrase_and_word() {
    const std::string quoted = fmt::format("\"{}\"", run(2));
    const std::string other = word();
    return {"phrase and word", quoted + " " + other, quoted + " OR " + other};
  }

  Query near() {
    const Words drawn = several(2);
    return {"near", fmt::format("{} NEAR/10 {}", drawn[0], drawn[1]),
            fmt::format("NEAR({} {}, 10)", drawn[0], drawn[1])};
  }

  Query prefix() {
    const std::string text = word().substr(0, prefix_letters) + "*";
    return {"prefix", text, text};
  }

  Query title() {
    const std::string drawn = word();
    return {"title", "title:" + drawn, "title : " + drawn};
  }

  Query month() {
    return {"month", fmt::format("{} {} date:1987-{:02}", word(), word(), 3 + below(8)), ""};
  }

 private:
  static bool is_long(const std::string& word) { return word.size() >= least_letters; }

  /// std::uniform_int_distribution may differ from one standard library to the next.
  std::size_t below(std::size_t end) { return random_() % end; }

  template <typename Value>
  const Value& any(const std::vector<Value>& values) {
    return values[below(values.size())];
  }

  std::string word() {
    if (below(2) == 0) return any(vocabulary_);
    constexpr int tries = 100;
    for (int i = 0; i < tries; ++i) {
      const std::string& drawn = any(any(articles_));
      if (is_long(drawn)) return drawn;
    }
    return any(vocabulary_);
  }

  Words several(std::size_t count) {
    Words drawn(count);
    std::generate(drawn.begin(), drawn.end(), [this] { return word(); });
    return drawn;
  }

  /// Words as they follow each other in an article.
  std::string run(std::size_t count) {
    const Words& article = any(articles_);
    const auto begin =
        article.begin() + static_cast<std::ptrdiff_t>(below(article.size() - count + 1));
    return fmt::format("{}", fmt::join(begin, begin + static_cast<std::ptrdiff_t>(count), " "));
  }

  std::vector<Words> articles_;
  Words vocabulary_;
  std::mt19937_64 random_{1987};
};

}  // namespace

std::vector<Query> draw_queries(const std::filesystem::path& rows, std::size_t count) {
  Drawer drawer(sample(rows));
  std::vector<Query> queries;
  // Of twenty, mostly words, as people ask.
  constexpr std::size_t round = 20;
  for (std::size_t i = 0; i < count; ++i) {
    switch (i % round) {
      case 0:
        queries.push_back(drawer.phrase());
        break;
      case 1:
        queries.push_back(drawer.phrase_and_word());
        break;
      case 2:
        queries.push_back(drawer.all());
        break;
      case 3:
        queries.push_back(drawer.without());
        break;
      case 4:
        queries.push_back(drawer.prefix());
        break;
      case 5:
        queries.push_back(drawer.near());
        break;
      case 6:
        queries.push_back(drawer.title());
        break;
      case 7:
        queries.push_back(drawer.month());
        break;
      default: {
        static constexpr std::array<const char*, 4> kinds = {"one word", "two words", "three words",
                                                             "four words"};
        const std::size_t words = i % kinds.size();
        queries.push_back(drawer.words(kinds[words], words + 1));
      }
    }
  }
  return queries;
}

}  // namespace news::bench
