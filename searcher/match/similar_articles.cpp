// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/match/similar_articles.hpp"

#include "news/article/identity.hpp"
#include "news/index/schema.hpp"
#include "news/text/analyzer.hpp"
#include "news/text/stop_words.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace news {

namespace {

constexpr std::size_t most_words = 30;
constexpr unsigned title_weight = 3;

/// A word of the article in all its forms.
struct TellingWord {
  std::string term;  ///< of the index: the stem, or the word itself if it has none
  std::string text;  ///< as it was first met, folded
  bool is_stem = false;
  unsigned frequency = 0;  ///< in the article
  double weight = 0;
};

class TellingWords {
 public:
  void add(std::string_view text, Language language, unsigned times) {
    for (const Token& token : analyzer_.analyze(text, language)) {
      if (is_stop_word(language, token.term)) continue;
      const bool is_stem = !token.stem.empty();
      std::string term = is_stem ? schema::term(schema::stem, token.stem) : std::string(token.term);
      TellingWord& word = words_[term];
      if (word.frequency == 0) {
        word.term = std::move(term);
        word.text = token.term;
        word.is_stem = is_stem;
      }
      word.frequency += times;
    }
  }

  /// The words that tell most, the best first.
  std::vector<TellingWord> best(Xapian::doccount articles, TermFrequencies& frequencies) {
    std::vector<std::string> terms;
    for (const auto& [term, word] : words_) terms.push_back(term);
    const std::vector<Xapian::doccount> counts = frequencies.of(terms);
    std::vector<TellingWord> words;
    for (std::size_t i = 0; i < terms.size(); ++i) {
      if (counts[i] < 2) continue;  // it is found in this article alone
      TellingWord& word = words_[terms[i]];
      const double others = counts[i];
      word.weight = (1 + std::log(word.frequency)) * std::log(articles / others);
      words.push_back(std::move(word));
    }
    std::stable_sort(words.begin(), words.end(), [](const TellingWord& a, const TellingWord& b) {
      return a.weight > b.weight;
    });
    words.resize(std::min(words.size(), most_words));
    return words;
  }

 private:
  Analyzer analyzer_;
  std::map<std::string, TellingWord> words_;
};

}  // namespace

SimilarArticles similar_articles(const Article& article, Xapian::doccount articles,
                                 TermFrequencies& frequencies) {
  TellingWords table;
  table.add(article.title, article.language, article.title_from_text ? 1 : title_weight);
  table.add(article.body, article.language, 1);
  SimilarArticles similar;
  std::vector<Xapian::Query> parts;
  for (const TellingWord& word : table.best(articles, frequencies)) {
    const double scale = 1 + std::log(word.frequency);
    parts.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(word.term), scale);
    const int number = similar.terms.add_word();
    if (word.is_stem) {
      similar.terms.add_stem(number, word.term.substr(schema::stem.size()));
    } else {
      similar.terms.add_term(number, word.term);
    }
    similar.words.push_back(word.text);
  }
  if (parts.empty()) return similar;
  similar.query = {Xapian::Query::OP_AND_NOT,
                   Xapian::Query(Xapian::Query::OP_OR, parts.begin(), parts.end()),
                   Xapian::Query(schema::term(schema::identity, identity_of(article)))};
  return similar;
}

}  // namespace news
