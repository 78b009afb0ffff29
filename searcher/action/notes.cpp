// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/action/notes.hpp"

#include "news/base/utf8.hpp"
#include "news/text/printable.hpp"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>

namespace news {

namespace {

/// What a note is about: the query's id, else as much of it as fits a line.
std::string subject_of(const SearchResult& result, const std::string& query_id) {
  constexpr std::size_t most_bytes = 60;
  if (!query_id.empty()) return printable(query_id) + ": ";
  if (result.query.empty()) return {};
  const std::string_view shown = utf8::truncate(result.query, most_bytes);
  const bool whole = shown.size() == result.query.size();
  return fmt::format("'{}{}': ", printable(shown), whole ? "" : "\u2026");
}

}  // namespace

void print_notes(const SearchResult& result, const std::string& query_id) {
  for (const std::string& note : result.notes) {
    fmt::print(stderr, "news-search: {}{}\n", subject_of(result, query_id), printable(note));
  }
  if (!result.suggestion.empty()) {
    fmt::print(stderr, "Did you mean: {}\n", printable(result.suggestion));
  }
}

void print_missing(const std::vector<MissingShard>& missing) {
  for (const MissingShard& shard : missing) {
    fmt::print(stderr, "news-search: {} {}; what follows is from the rest of the index\n",
               shard.address.text(), printable(shard.reason));
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
    if (without > 0) fmt::print(stderr, "news-search: hits without a URL: {}\n", without);
  }
  if (options.format == OutputFormat::paths) {
    const auto without = count_hits([](const Hit& hit) { return hit.article.origin.path == "-"; });
    if (without > 0) fmt::print(stderr, "news-search: hits that came from no file: {}\n", without);
  }
}

}  // namespace news
