// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace news::bench {

/// Relevance grades by topic and document: TREC's qrels, "topic 0 document grade" a line. Grades
/// below 0 count as 0, as trec_eval has it. Topics without a relevant document are left out.
using Judgements = std::map<std::string, std::map<std::string, int>>;

/// The documents of each topic, best first: a TREC run, "topic Q0 document rank score tag" a line,
/// ordered by rank.
using Run = std::map<std::string, std::vector<std::string>>;

/// Means over the judged topics; a topic that the run lacks counts as 0.
struct Scores {
  std::size_t topics = 0;
  double ndcg_at_10 = 0;  ///< gain = grade, discount = log2(rank + 1), ideal over all judged
  double map = 0;         ///< average precision over the first 1000; relevant = grade above 0
  double precision_at_10 = 0;
  double recall_at_100 = 0;
  double mrr = 0;
};

/// Both read the content of a file; `name` is what errors call it. Throw InputError, with the
/// file and line, for a line that has other fields; empty lines are passed over.
Judgements read_judgements(std::string_view text, const std::string& name);
Run read_run(std::string_view text, const std::string& name);
Scores evaluate(const Judgements& judgements, const Run& run);

}  // namespace news::bench
