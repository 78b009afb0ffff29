// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/article.hpp"
#include "searcher/query/query_terms.hpp"
#include "searcher/snippet/matches.hpp"
#include "searcher/snippet/sentence_finder.hpp"
#include "searcher/snippet/snippet.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace news {

/// Makes snippets: of a body, the one or two sentences that show best why it matched, with every
/// word of the query lit up in whatever form it was found; see PassageChooser. What repeats the
/// article's title is left out. An article that matched elsewhere is shown by its beginning. A
/// sentence that is too long is cut between words, around the words of the query.
///
///   title, body -> behind_title -> MatchFinder -> SentenceFinder -> Layout -> assemble
///
/// The same article and query give the same snippet, whatever was made before. Of a body the first
/// 256 KiB and the first 1000 matches are looked at. For one thread.
class SnippetMaker {
 public:
  /// Of terminal columns, where nothing else is asked for.
  static constexpr std::size_t usual_columns = 300;
  /// Fewer can hold no passage that says anything; 0 stands for no snippet.
  static constexpr std::size_t least_columns = 20;
  static constexpr std::size_t most_columns = 10'000;

  /// A snippet that fills at most so many terminal columns, `least_columns` or more.
  Snippet make(const Article& article, const QueryTerms& terms,
               std::size_t columns = usual_columns);

  /// The places in one line of text, such as a title, that the query asks for.
  std::vector<ByteRange> highlights(std::string_view text, Language language,
                                    const QueryTerms& terms);

 private:
  MatchFinder matches_;
  SentenceFinder sentences_;
};

}  // namespace news
