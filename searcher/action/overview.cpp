// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/index_glance.hpp"
#include "searcher/action/actions.hpp"

namespace news {

ExitCode overview(const SearchOptions& options, Output& out) {
  for (const std::string& index : options.indexes) {
    out.write(index_glance(index, describe_index(index)));
  }
  out.write(
      "\n"
      "Search it:       news-search WORDS...   news-search '\"public inquiry\" -cost'\n"
      "Narrow it down:  --since 2005-11  --outlet NAME  --language CODE  --facet outlet\n"
      "All there is:    news-search --help\n");
  return ExitCode::ok;
}

}  // namespace news
