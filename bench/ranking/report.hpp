// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/evaluation.hpp"

#include <string>
#include <vector>

namespace news::bench {

/// The run of one contestant and what it scores.
struct RankedRun {
  std::string contestant;
  Run run;
  Scores scores;
};

/// The runs over one collection; the same contestants in the same order for every collection.
struct CollectionRuns {
  std::string name;
  Judgements judgements;
  std::vector<RankedRun> runs;
};

/// A line for each contestant; the ratio is that of nDCG@10 to the contestant `reference`.
std::string score_table(const CollectionRuns& collection, std::size_t reference);

/// The means over the collections, each of which counts the same, and the least ratio among them.
std::string mean_table(const std::vector<CollectionRuns>& collections, std::size_t reference);

/// The topics for which the first contestant's nDCG@10 is not that of `reference`, the greatest
/// loss first.
std::string topic_table(const CollectionRuns& collection, std::size_t reference);

/// The run as TREC has it. The scores only repeat the order.
std::string trec_text(const RankedRun& run);

}  // namespace news::bench
