// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/article.hpp"
#include "searcher/query/query_terms.hpp"
#include "searcher/remote/term_frequencies.hpp"

#include <string>
#include <vector>

#include <xapian.h>

namespace news {

/// A search for articles that are like one.
struct SimilarArticles {
  Xapian::Query query;             ///< empty if the article has no word that another one has
  QueryTerms terms;                ///< to be highlighted
  std::vector<std::string> words;  ///< of the article, the most telling first
};

/// The articles of an index of so many that share the most telling words of `article`, without
/// itself.
///
/// A word tells as much as it is frequent in the article and rare in others: (1 + ln tf) *
/// ln(N / df), with a word of the title counted `title_weight` times (Salton and Buckley,
/// "Term-weighting approaches in automatic text retrieval", 1988). Of the 30 that tell most, each
/// adds to the score of an article by 1 + ln tf. Stop words are left out, as are words of no other
/// article. Takes a look-up in the index for each distinct word.
SimilarArticles similar_articles(const Article& article, Xapian::doccount articles,
                                 TermFrequencies& frequencies);

}  // namespace news
