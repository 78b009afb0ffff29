// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/error.hpp"
#include "news/text/printable.hpp"
#include "searcher/action/actions.hpp"
#include "searcher/action/browser.hpp"
#include "searcher/action/notes.hpp"
#include "searcher/action/request.hpp"
#include "searcher/match/searcher.hpp"
#include "searcher/query/day_range.hpp"

#include <cstdio>

#include <fmt/format.h>

namespace news {

ExitCode open_hit(const SearchOptions& options, Output& out) {
  Searcher searcher({options.indexes.begin(), options.indexes.end()}, current_day(),
                    options.shards);
  SearchRequest request = request_for(options);
  request.query = options.query;
  const SearchResult result = searcher.search(request);
  print_notes(result);
  print_missing(result.missing);
  if (result.hits.empty()) {
    fmt::print(stderr, "news-search: there is no hit {}: {} articles match\n", options.open_rank,
               result.total);
    return ExitCode::not_quite;
  }
  const Hit& hit = result.hits.front();
  const std::string target = browser_target(hit.article);
  if (target.empty()) {
    throw UsageError("--open",
                     fmt::format("hit {} has no url and came from standard input", hit.rank),
                     fmt::format("Read it with --show '{}'.", printable(display_id(hit.article))));
  }
  out.write(printable(target) + "\n");
  out.flush();
  open_in_browser(target, environment_of_process());
  return ExitCode::ok;
}

}  // namespace news
