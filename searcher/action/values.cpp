// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/index/open.hpp"
#include "news/text/fold.hpp"
#include "news/text/printable.hpp"
#include "searcher/action/actions.hpp"
#include "searcher/action/notes.hpp"
#include "searcher/facet/facet.hpp"

#include <limits>

namespace news {

namespace {

/// The same where servers count.
ValueCounts count_elsewhere(const Xapian::Database& database, FacetField field) {
  return count_values(
      database, Xapian::Query::MatchAll,
      {.slots = slots_of(field), .once_per_identity = false, .elsewhere = true, .stop = {}});
}

/// Of all articles: a pass over one value stream for each slot of the field.
ValueCounts count_all_values(const Xapian::Database& database, FacetField field) {
  ValueCounts counts;
  for (const Xapian::valueno slot : slots_of(field)) {
    SlotCounts& values = counts.slots[slot];
    const auto end = database.valuestream_end(slot);
    for (auto value = database.valuestream_begin(slot); value != end; ++value) ++values[*value];
  }
  counts.matches = database.get_doccount();
  return counts;
}

}  // namespace

ExitCode list_values(const SearchOptions& options, Output& out) {
  const OpenIndex index = open_everywhere({options.indexes.begin(), options.indexes.end()},
                                          {.timeout = options.shards.timeout,
                                           .left_out = {},
                                           .require_all = options.shards.require_all});
  print_missing(index.missing);
  const ValueCounts counts = index.remotes.empty()
                                 ? count_all_values(index.database, options.values_of)
                                 : count_elsewhere(index.database, options.values_of);
  const Facet facet = facet_of(options.values_of, counts, std::numeric_limits<std::size_t>::max());
  const std::string beginning = fold_case(options.query);
  bool found = false;
  for (const FacetCount& value : facet.counts) {
    if (!fold_case(value.value).starts_with(beginning)) continue;
    found = true;
    out.write(printable(value.value) + "\n");
  }
  return found ? ExitCode::ok : ExitCode::not_quite;
}

}  // namespace news
