// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/action/notes.hpp"

#include "news/text/printable.hpp"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>

namespace news {

void print_notes(const SearchResult& result) {
  for (const std::string& note : result.notes) {
    const std::string query =
        result.query.empty() ? "" : fmt::format("'{}': ", printable(result.query));
    fmt::print(stderr, "news-search: {}{}\n", query, printable(note));
  }
  if (!result.suggestion.empty()) {
    fmt::print(stderr, "Did you mean: {}\n", printable(result.suggestion));
  }
}

void print_hits_left_out(const SearchOptions& options, const SearchResult& result) {
  if (result.hits.empty() && result.total > 0 && options.limit > 0 && options.offset > 0) {
    fmt::print(stderr, "news-search: no hits behind --offset {}: {} articles match\n",
               options.offset, result.total);
  }
  const auto count_hits = [&result](auto lacks) {
    return std::count_if(result.hits.begin(), result.hits.end(), lacks);
  };
  if (options.format == OutputFormat::urls) {
    const auto without = count_hits([](const Hit& hit) { return hit.article.url.empty(); });
    if (without > 0) fmt::print(stderr, "news-search: {} hits have no URL\n", without);
  }
  if (options.format == OutputFormat::paths) {
    const auto without = count_hits([](const Hit& hit) { return hit.article.origin.path == "-"; });
    if (without > 0) fmt::print(stderr, "news-search: {} hits came from no file\n", without);
  }
}

}  // namespace news
