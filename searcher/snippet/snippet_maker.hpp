// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/article.hpp"
#include "news/text/analyzer.hpp"
#include "news/text/sentences.hpp"
#include "searcher/query/query_terms.hpp"
#include "searcher/snippet/snippet.hpp"

#include <string_view>
#include <vector>

namespace news {

/// Makes snippets. The body is divided into sentences and analysed as it was for the index, so a
/// word lights up in whatever form the query found it. Of all sentences, the one with the most
/// different words of the query is shown, with the next one if there is room; and a second passage
/// if it has a word that the first has not. An article that matched elsewhere is shown by its
/// beginning. A sentence that is too long is cut between words, around the words of the query.
///
/// For one thread.
class SnippetMaker {
 public:
  /// Terminal columns that a snippet fills at most.
  static constexpr std::size_t max_columns = 300;

  Snippet make(const Article& article, const QueryTerms& terms);

  /// The places in one line of text, such as a title, that the query asks for.
  std::vector<ByteRange> highlights(std::string_view text, Language language,
                                    const QueryTerms& terms);

 private:
  Analyzer analyzer_;
  SentenceSplitter splitter_;
};

}  // namespace news
