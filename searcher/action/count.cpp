// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/action/actions.hpp"
#include "searcher/action/notes.hpp"
#include "searcher/action/query_list.hpp"
#include "searcher/action/request.hpp"
#include "searcher/match/searcher.hpp"

#include <fmt/format.h>

namespace news {

ExitCode count(const SearchOptions& options, Output& out) {
  const std::vector<NumberedQuery> queries = queries_of(options);
  Searcher searcher({options.indexes.begin(), options.indexes.end()}, today());
  bool found = false;
  for (const NumberedQuery& query : queries) {
    const SearchResult result = searcher.search(request_for(options, query.text));
    print_notes(result);
    found = found || result.total > 0;
    out.write(query.id.empty() ? fmt::format("{}\n", result.total)
                               : fmt::format("{}\t{}\n", query.id, result.total));
  }
  return found ? ExitCode::ok : ExitCode::not_quite;
}

}  // namespace news
