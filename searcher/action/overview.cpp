// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/action/actions.hpp"
#include "searcher/remote/glance.hpp"

namespace news {

ExitCode overview(const SearchOptions& options, Output& out) {
  for (const std::string& index : options.indexes) {
    out.write(glance_at(index, options.shards.timeout));
  }
  out.write(
      "\n"
      "Search it:       news-search WORDS...   news-search '\"public inquiry\" -cost'\n"
      "Narrow it down:  --since 2005-11  --outlet NAME  --language CODE  --facet outlet\n"
      "All there is:    news-search --help\n");
  return ExitCode::ok;
}

}  // namespace news
