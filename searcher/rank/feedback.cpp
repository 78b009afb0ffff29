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

bool may_tell(std::string_view term, Language language) {
  if (is_other_word(term)) {
    return term.size() >= least_other_bytes && !is_stop_word(language, term);
  }
  if (!is_stem(term)) return false;
  const std::string_view word = term.substr(schema::stem.size());
  return word.size() >= least_letters_bytes && !is_stop_word(language, word);
}

struct Candidate {
  double weight = 0;
  unsigned articles = 0;
};
using Candidates = std::unordered_map<std::string, Candidate>;

/// Adds the terms of one article, which counts `weight`.
void add_article(const Xapian::Document& article, double weight, Candidates& candidates) {
  Language language;
  double length = 0;
  std::vector<std::pair<std::string, double>> terms;
  for (auto term = article.termlist_begin(); term != article.termlist_end(); ++term) {
    std::string name = *term;
    // Languages come before all words, as terms are in the order of their bytes.
    if (name.starts_with(schema::language)) {
      language = Language::from_code(name.substr(schema::language.size())).value_or(language);
      continue;
    }
    length += term.get_wdf();
    if (may_tell(name, language)) terms.emplace_back(std::move(name), term.get_wdf());
  }
  for (auto& [name, occurrences] : terms) {
    Candidate& candidate = candidates[std::move(name)];
    candidate.weight += weight * occurrences / length;
    ++candidate.articles;
  }
}

/// Whether the index has a stem for this word, too.
bool has_stem(const std::string& term, Analyzer& analyzer) {
  const auto& tokens = analyzer.analyze(term, Language());
  return !tokens.empty() && !tokens.front().stem.empty();
}

}  // namespace

std::string word_of(const FeedbackTerm& term) {
  return is_stem(term.term) ? term.term.substr(schema::stem.size()) : term.term;
}

std::vector<FeedbackTerm> feedback_terms(const Xapian::Database& database,
                                         const std::vector<RankedMatch>& matches,
                                         const RankingProfile& profile) {
  const auto wanted_articles = static_cast<std::size_t>(profile.feedback_articles);
  const std::size_t best = std::min(matches.size(), wanted_articles);
  if (best < least_articles) return {};
  Candidates candidates;
  for (std::size_t i = 0; i < best; ++i) {
    const double behind = matches[i].score - matches.front().score;
    add_article(database.get_document(matches[i].id, Xapian::DOC_ASSUME_VALID),
                std::exp(behind / profile.feedback_spread), candidates);
  }
  const Xapian::doccount articles = database.get_doccount();
  std::vector<FeedbackTerm> terms;
  for (const auto& [term, candidate] : candidates) {
    if (candidate.articles < least_articles) continue;
    const Xapian::doccount with_term = database.get_termfreq(term);
    if (with_term > most_common_part * articles) continue;
    const double rarity = std::pow(WordWeight::idf(articles, with_term), idf_power);
    terms.push_back({term, candidate.weight * rarity, with_term});
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
