// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/ranking/report.hpp"

#include <doctest/doctest.h>

using namespace news::bench;

namespace {

RankedRun run_of(std::string name, Run run, const Judgements& judgements) {
  Scores scores = evaluate(judgements, run);
  return {std::move(name), std::move(run), scores};
}

/// Ours is perfect for topic 1 and finds nothing for topic 2; theirs are the other way round.
CollectionRuns even_match() {
  const Judgements judgements = {{"1", {{"a", 1}}}, {"2", {{"b", 1}}}, {"3", {{"c", 1}}}};
  return {"small",
          judgements,
          {run_of("ours", {{"1", {"a"}}, {"3", {"c"}}}, judgements),
           run_of("theirs", {{"2", {"b"}}, {"3", {"c"}}}, judgements)}};
}

}  // namespace

TEST_CASE("ranking report: a line for each contestant, with its ratio to the reference") {
  const std::string table = score_table(even_match(), 1);
  CHECK(table.find("small") == 0);
  CHECK(table.find("ours") < table.find("theirs"));
  CHECK(table.find("0.667") != std::string::npos);
  CHECK(table.find("1.000") != std::string::npos);
}

TEST_CASE("ranking report: lost topics come first, equal ones are left out") {
  const std::string table = topic_table(even_match(), 1);
  const std::size_t lost = table.find("-1.000");
  const std::size_t won = table.find("+1.000");
  CHECK(lost != std::string::npos);
  CHECK(won != std::string::npos);
  CHECK(lost < won);
  CHECK(table.find("\n3 ") == std::string::npos);
}

TEST_CASE("ranking report: each collection counts the same in the mean") {
  CollectionRuns other = even_match();
  other.runs[0].scores.ndcg_at_10 = 1;
  other.runs[1].scores.ndcg_at_10 = 0.5;
  const std::string table = mean_table({even_match(), other}, 1);
  CHECK(table.find("mean of 2") == 0);
  CHECK(table.find("1.500") != std::string::npos);  // of the ratios 1 and 2
  CHECK(mean_table({}, 0).find("mean of 0") == 0);
}

TEST_CASE("ranking report: a run is written as TREC has it") {
  const RankedRun run{"news-search bm25", {{"7", {"x", "y"}}}, {}};
  CHECK(trec_text(run) ==
        "7 Q0 x 1 2 news-search-bm25\n"
        "7 Q0 y 2 1 news-search-bm25\n");
  CHECK(read_run(trec_text(run), "run") == run.run);
}
