// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/remote/article_terms.hpp"

#include "news/base/hash.hpp"
#include "news/index/schema.hpp"

namespace news {

ArticleTerms ArticleTermMaker::make(const Article& article) {
  ArticleTerms terms;
  terms.length = 1;  // the term of its id counts, too
  sketch_.start();
  if (!article.title_from_text) add(analyzer_.analyze(article.title, article.language), terms);
  add(analyzer_.analyze(article.body, article.language), terms);
  terms.sketch = sketch_.finish();
  return terms;
}

void ArticleTermMaker::add(const std::vector<Token>& tokens, ArticleTerms& terms) {
  for (const Token& token : tokens) {
    ++terms.occurrences[std::string(token.term)];
    ++terms.length;
    if (!token.stem.empty()) {
      ++terms.occurrences[schema::term(schema::stem, token.stem)];
      ++terms.length;
    }
    if (!token.tag.empty()) ++terms.length;
    sketch_.add(static_cast<std::uint32_t>(hash64(token.term)));
  }
}

}  // namespace news
