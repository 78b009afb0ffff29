// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/action/actions.hpp"
#include "searcher/action/notes.hpp"
#include "searcher/action/query_list.hpp"
#include "searcher/action/request.hpp"
#include "searcher/action/screen.hpp"
#include "searcher/match/searcher.hpp"
#include "searcher/query/day_range.hpp"

#include <memory>

namespace news {

ExitCode search(const SearchOptions& options, Output& out) {
  const std::vector<NumberedQuery> queries = queries_of(options);
  Searcher searcher({options.indexes.begin(), options.indexes.end()}, current_day(),
                    options.shards);
  const std::unique_ptr<Renderer> renderer = renderer_for(options);
  SearchRequest request = request_for(options);
  bool found = false;
  out.write(renderer->begin());
  for (const NumberedQuery& query : queries) {
    if (!out.is_read()) break;
    request.query = query.text;
    const SearchResult result = searcher.search(request);
    print_notes(result, query.id);
    print_missing(result.missing);
    print_hits_left_out(options, result);
    found = found || result.total > 0;
    out.write(renderer->result(result, query.id));
  }
  out.write(renderer->end());
  return found ? ExitCode::ok : ExitCode::not_quite;
}

}  // namespace news
