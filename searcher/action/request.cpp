// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/action/request.hpp"

#include "news/base/error.hpp"
#include "searcher/query/day_range.hpp"

#include <fmt/format.h>

namespace news {

namespace {

/// The filter that --since and --until make together; checks both.
void add_date_filter(const SearchOptions& options, SearchRequest& request) {
  const auto check = [](const char* option, const std::string& text) {
    if (text.empty() || parse_day(text, current_day())) return;
    throw UsageError(option, fmt::format("'{}' is no date", text),
                     "Write 2005-11-20, 2005-11, 2005, 7d, 2w, 3m, 1y, today or yesterday.");
  };
  check("--since", options.since);
  check("--until", options.until);
  if (options.since.empty() && options.until.empty()) return;
  request.filters.push_back({SearchField::date, options.since + ".." + options.until});
}

/// A run file must hold every article, a count is of articles unless stories are asked for, and a
/// saved search tells of every article, whatever is configured for others.
Duplicates duplicates_for(const SearchOptions& options) {
  const bool of_all = options.action == SearchOptions::Action::ask_saved;
  if (of_all && options.duplicates == Duplicates::only) return Duplicates::hide;
  const bool of_articles =
      options.format == OutputFormat::trec || options.action == SearchOptions::Action::count;
  return options.duplicates.value_or(of_articles ? Duplicates::show : Duplicates::hide);
}

bool shows_snippets(OutputFormat format) {
  using enum OutputFormat;
  return format == text || format == json || format == jsonl || format == csv || format == markdown;
}

}  // namespace

SearchRequest request_for(const SearchOptions& options) {
  SearchRequest request;
  request.ranking = load_ranking_profile(options.rank);
  request.explain = options.explain;
  request.filters = options.filters;
  request.require_all = options.require_all;
  request.sort = options.sort;
  request.duplicates = duplicates_for(options);
  request.offset = options.offset;
  request.limit = options.limit;
  request.snippet_columns = options.snippet_columns;
  request.with_snippets = shows_snippets(options.format);
  request.with_suggestion = options.format != OutputFormat::trec;
  request.like_id = options.like_id;
  request.facets = options.facets;
  request.facet_limit = options.facet_limit;
  request.timeline = options.timeline;
  if (options.action == SearchOptions::Action::count) {
    request.limit = 0;
    request.count_exactly = true;
  }
  add_date_filter(options, request);
  return request;
}

}  // namespace news
