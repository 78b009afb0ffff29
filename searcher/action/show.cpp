// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/printable.hpp"
#include "searcher/action/actions.hpp"
#include "searcher/action/request.hpp"
#include "searcher/match/searcher.hpp"
#include "searcher/render/article_text.hpp"

#include <cstdio>

#include <fmt/format.h>

namespace news {

ExitCode show(const SearchOptions& options, Output& out) {
  Searcher searcher({options.indexes.begin(), options.indexes.end()}, today());
  const std::vector<Article> articles = searcher.find_by_id(options.show_id);
  if (articles.empty()) {
    fmt::print(stderr, "news-search: no article has the id '{}'\n", printable(options.show_id));
  }
  for (const Article& article : articles) {
    if (&article != &articles.front()) out.write("\n");
    out.write(article_text(article));
  }
  return articles.empty() ? ExitCode::not_quite : ExitCode::ok;
}

}  // namespace news
