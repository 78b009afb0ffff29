// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/options/consistency.hpp"

#include "news/base/error.hpp"
#include "news/cli/command_line.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

#include <fmt/format.h>

namespace news {

namespace po = boost::program_options;

namespace {

void require_actions_that_go_together(const po::variables_map& values,
                                      const SearchOptions& options) {
  using Action = SearchOptions::Action;
  const auto exclude = [&values](const char* action, std::initializer_list<const char*> others) {
    for (const char* other : others) {
      if (values.count(other) == 0) continue;
      throw UsageError("", fmt::format("--{} and --{} exclude each other", action, other));
    }
  };
  constexpr std::array<const char*, 9> actions = {"show", "open",  "interactive", "values", "save",
                                                  "new",  "saved", "forget",      "count"};
  for (const char* action : actions) {
    if (values.count(action) == 0) continue;
    for (const char* other : actions) {
      if (other != action) exclude(action, {other});
    }
  }
  if (options.action == Action::show) {
    exclude("show", {"like", "facet", "timeline", "queries"});
    if (!options.query.empty()) {
      throw UsageError("--show",
                       fmt::format("takes an id alone, and '{}' is too much", options.query),
                       "Put quotation marks around an id with spaces.");
    }
  }
  if (options.action == Action::count) exclude("count", {"facet", "timeline"});
  if (options.action == Action::save) {
    exclude("save", {"facet", "timeline", "queries"});
  }
  if (options.action == Action::ask_saved) {
    // It tells of all that is new, as it will not tell of it again.
    exclude("new", {"limit", "offset", "facet", "timeline", "queries", "like", "all", "any",
                    "since", "until", "outlet", "section", "language", "author", "topic"});
    if (!options.query.empty()) {
      throw UsageError("--new", fmt::format("has a query, and '{}' is too much", options.query),
                       "Save another search with --save NAME QUERY.");
    }
    if (values.count("duplicates") != 0 && options.duplicates == Duplicates::only) {
      throw UsageError("--new", "tells of every article, and '--duplicates only' leaves some out");
    }
  }
  const bool takes_words = options.action != Action::saved && options.action != Action::forget;
  if (!takes_words && !options.query.empty()) {
    throw UsageError(options.action == Action::saved ? "--saved" : "--forget",
                     fmt::format("takes no QUERY, and '{}' is too much", options.query));
  }
  if (options.action == Action::values) {
    exclude("values", {"facet", "timeline", "queries", "like", "format", "null"});
  }
  if (options.action == Action::interactive) {
    exclude("interactive", {"facet", "timeline", "queries", "limit", "offset", "format", "null"});
  }
  if (options.action == Action::open) {
    exclude("open", {"facet", "timeline", "queries", "limit", "offset", "format", "null"});
  }
  for (const char* name : {"show", "like"}) {
    if (values.count(name) == 0 || !text_of(values, name).empty()) continue;
    throw UsageError(fmt::format("--{}", name), "takes an id, not nothing");
  }
}

/// Not every format has a place for everything.
void require_format_that_fits(const po::variables_map& values, const SearchOptions& options) {
  using Action = SearchOptions::Action;
  const std::string format = text_of(values, "format", "text");
  const auto one_of = [&options](std::initializer_list<OutputFormat> formats) {
    return std::find(formats.begin(), formats.end(), options.format) != formats.end();
  };
  using enum OutputFormat;
  if (options.action == Action::show && !one_of({text, json, jsonl})) {
    throw UsageError("--show", fmt::format("prints text, json or jsonl, not {}", format));
  }
  if (options.action == Action::count && !one_of({text, json})) {
    throw UsageError("--count", fmt::format("prints text or json, not {}", format));
  }
  if (options.null_ends && !one_of({ids, urls, paths})) {
    throw UsageError("--null",
                     fmt::format("goes with --format ids, urls or paths, not {}", format));
  }
  if (one_of({trec}) && options.duplicates.value_or(Duplicates::show) != Duplicates::show) {
    throw UsageError("--duplicates", "does not go with --format trec: a run holds every article");
  }
  if (!options.counts_all()) return;
  if (!one_of({text, json, jsonl, csv})) {
    throw UsageError("--format",
                     fmt::format("{} lists hits and has no place for the counts of "
                                 "--facet and --timeline",
                                 format),
                     "Take text, json, jsonl or csv.");
  }
  if (one_of({csv, jsonl}) && options.limit > 0) {
    throw UsageError("--limit",
                     fmt::format("{} has a place for counts or hits, not for both", format),
                     "Leave out --limit, or take text or json.");
  }
}

bool has_filter(const SearchOptions& options) {
  return !options.filters.empty() || !options.since.empty() || !options.until.empty() ||
         !options.like_id.empty();
}

void require_something_to_search(const SearchOptions& options) {
  using Action = SearchOptions::Action;
  const bool searches = options.action == Action::search || options.action == Action::count ||
                        options.action == Action::open || options.action == Action::save;
  if (!searches) return;
  if (!options.queries_file.empty() && !options.query.empty()) {
    throw UsageError("--queries", "takes the place of a QUERY; give one of the two");
  }
  if (options.queries_file.empty() && options.query.empty() && !has_filter(options)) {
    throw UsageError("", "no QUERY given", "Name the words to search for.");
  }
}

}  // namespace

void require_consistency(const po::variables_map& typed, const SearchOptions& options) {
  require_actions_that_go_together(typed, options);
  require_format_that_fits(typed, options);
  require_something_to_search(options);
}

}  // namespace news
