// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/rank/feedback.hpp"

#include "news/index/schema.hpp"
#include "news/text/analyzer.hpp"
#include "news/text/stop_words.hpp"
#include "searcher/rank/word_weight.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace news {

namespace {

/// Rare terms tell articles apart; the power was found by measurement (docs/ranking.md).
constexpr double idf_power = 1.5;
constexpr double most_common_part = 0.1;
constexpr unsigned least_articles = 2;
/// Shorter ones are endings and particles: three letters, two ideographs.
constexpr std::size_t least_letters_bytes = 3;
constexpr std::size_t least_other_bytes = 4;

bool is_stem(std::string_view term) {
  return term.starts_with(schema::stem) && !term.starts_with(schema::title_stem);
}

/// A term without prefix that begins with no letter or digit of ASCII.
bool is_other_word(std::string_view term) {
  return !term.empty() && static_cast<unsigned char>(term.front()) >= 0x80;
}

struct Candidate {
  double weight = 0;
  unsigned articles = 0;
};
using Candidates = std::unordered_map<std::string, Candidate>;

/// Adds the terms of one article, which counts `weight`.
void add_article(FeedbackArticle& article, double weight, Candidates& candidates) {
  for (auto& [name, occurrences] : article.terms) {
    Candidate& candidate = candidates[std::move(name)];
    candidate.weight += weight * occurrences / article.length;
    ++candidate.articles;
  }
}

/// The terms of an article by its term list.
FeedbackArticle article_of(const Xapian::Document& document) {
  FeedbackArticle article;
  Language language;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    std::string name = *term;
    // Languages come before all words, as terms are in the order of their bytes.
    if (name.starts_with(schema::language)) {
      language = Language::from_code(name.substr(schema::language.size())).value_or(language);
      continue;
    }
    article.length += term.get_wdf();
    if (may_be_feedback(name, language)) {
      article.terms.emplace_back(std::move(name), term.get_wdf());
    }
  }
  return article;
}

/// Whether the index has a stem for this word, too.
bool has_stem(const std::string& term, Analyzer& analyzer) {
  const auto& tokens = analyzer.analyze(term, Language());
  return !tokens.empty() && !tokens.front().stem.empty();
}

}  // namespace

bool may_be_feedback(std::string_view term, Language language) {
  if (is_other_word(term)) {
    return term.size() >= least_other_bytes && !is_stop_word(language, term);
  }
  if (!is_stem(term)) return false;
  const std::string_view word = term.substr(schema::stem.size());
  return word.size() >= least_letters_bytes && !is_stop_word(language, word);
}

std::vector<FeedbackArticle> IndexFeedback::read(const std::vector<Xapian::docid>& articles) {
  std::vector<FeedbackArticle> read;
  for (const Xapian::docid id : articles) {
    read.push_back(article_of(database_.get_document(id, Xapian::DOC_ASSUME_VALID)));
  }
  return read;
}

std::vector<Xapian::doccount> IndexFeedback::frequencies(const std::vector<std::string>& terms) {
  std::vector<Xapian::doccount> frequencies;
  for (const std::string& term : terms) frequencies.push_back(database_.get_termfreq(term));
  return frequencies;
}

std::string word_of(const FeedbackTerm& term) {
  return is_stem(term.term) ? term.term.substr(schema::stem.size()) : term.term;
}

std::vector<FeedbackTerm> feedback_terms(FeedbackSource& source,
                                         const std::vector<RankedMatch>& matches,
                                         const RankingProfile& profile) {
  const auto wanted_articles = static_cast<std::size_t>(profile.feedback_articles);
  const std::size_t best = std::min(matches.size(), wanted_articles);
  if (best < least_articles) return {};
  std::vector<Xapian::docid> ids;
  for (std::size_t i = 0; i < best; ++i) ids.push_back(matches[i].id);
  std::vector<FeedbackArticle> read = source.read(ids);
  Candidates candidates;
  for (std::size_t i = 0; i < best; ++i) {
    const double behind = matches[i].score - matches.front().score;
    add_article(read[i], std::exp(behind / profile.feedback_spread), candidates);
  }
  std::vector<std::string> names;
  for (const auto& [term, candidate] : candidates) {
    if (candidate.articles >= least_articles) names.push_back(term);
  }
  const Xapian::doccount articles = source.articles();
  const std::vector<Xapian::doccount> frequencies = source.frequencies(names);
  std::vector<FeedbackTerm> terms;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (frequencies[i] > most_common_part * articles) continue;
    const double rarity = std::pow(WordWeight::idf(articles, frequencies[i]), idf_power);
    terms.push_back({names[i], candidates[names[i]].weight * rarity, frequencies[i]});
  }
  std::sort(terms.begin(), terms.end(), [](const FeedbackTerm& a, const FeedbackTerm& b) {
    return std::pair(-a.share, std::string_view(a.term)) <
           std::pair(-b.share, std::string_view(b.term));
  });
  const auto wanted = static_cast<std::size_t>(profile.feedback_terms);
  std::vector<FeedbackTerm> chosen;
  double sum = 0;
  Analyzer analyzer;
  for (FeedbackTerm& term : terms) {
    if (chosen.size() == wanted) break;
    if (is_other_word(term.term) && has_stem(term.term, analyzer)) continue;
    sum += term.share;
    chosen.push_back(std::move(term));
  }
  for (FeedbackTerm& term : chosen) term.share /= sum;
  return chosen;
}

}  // namespace news
