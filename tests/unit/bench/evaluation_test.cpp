// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/evaluation.hpp"

#include "news/base/error.hpp"

#include <cmath>
#include <string>

#include <doctest/doctest.h>

using namespace news::bench;

namespace {

/// A run of one topic: its documents, the best first.
Run run_of(const std::string& topic, const std::vector<std::string>& documents) {
  return {{topic, documents}};
}

/// Documents that nobody judged.
std::vector<std::string> unjudged(std::size_t count) {
  std::vector<std::string> documents;
  for (std::size_t i = 0; i < count; ++i) documents.push_back("u" + std::to_string(i));
  return documents;
}

/// Unjudged documents with one more at the end.
std::vector<std::string> behind(std::size_t count, const std::string& document) {
  std::vector<std::string> documents = unjudged(count);
  documents.push_back(document);
  return documents;
}

const Judgements two_good = {{"t", {{"a", 2}, {"b", 1}, {"c", 0}}}};

}  // namespace

TEST_CASE("evaluation: judgements are read") {
  const Judgements judgements = read_judgements(
      "301 0 a 1\n"
      "301 0 b 0\r\n"
      "\n"
      "302\t0\td\t2\n",
      "qrels");
  CHECK(judgements == Judgements{{"301", {{"a", 1}, {"b", 0}}}, {"302", {{"d", 2}}}});
  CHECK(read_judgements("", "qrels").empty());
}

TEST_CASE("evaluation: topics without a relevant document are left out") {
  CHECK(read_judgements("301 0 a 0\n302 0 b -1\n303 0 c 1\n", "qrels").size() == 1);
}

TEST_CASE("evaluation: of two grades for one document the better counts") {
  CHECK(read_judgements("t 0 a 1\nt 0 a 2\nt 0 a 0\n", "qrels").at("t").at("a") == 2);
}

TEST_CASE("evaluation: a grade below 0 counts as 0") {
  const Judgements judgements = read_judgements("t 0 a 1\nt 0 spam -2\n", "qrels");
  CHECK(judgements.at("t").at("spam") == 0);
  CHECK(evaluate(judgements, run_of("t", {"spam", "a"})).ndcg_at_10 ==
        doctest::Approx(1 / std::log2(3)));
}

TEST_CASE("evaluation: a malformed line is refused with its file and line") {
  for (const std::string line : {"301 0 b", "301 0 b 1 2", "301 0 b x", "301 0 b 1x", "301 0 b 1.5",
                                 "301 0 b 99999999999"}) {
    CAPTURE(line);
    CHECK_THROWS_WITH_AS(read_judgements("301 0 a 1\n\n" + line + "\n", "q.txt"),
                         ("q.txt:3: not the fields of such a file: " + line).c_str(),
                         news::InputError);
  }
  for (const std::string line : {"301 Q0 b 1 0.5", "301 Q0 b 1 0.5 tag more", "301 Q0 b x 0.5 tag",
                                 "301 Q0 b 1 high tag", "301 Q0 b 1.5 0.5 tag"}) {
    CAPTURE(line);
    CHECK_THROWS_WITH_AS(read_run("301 Q0 a 1 0.5 tag\n" + line, "r.txt"),
                         ("r.txt:2: not the fields of such a file: " + line).c_str(),
                         news::InputError);
  }
}

TEST_CASE("evaluation: a run is ordered by rank") {
  const Run run = read_run(
      "301 Q0 second 2 0.5 tag\n"
      "302 Q0 other 1 1e3 tag\n"
      "301 Q0 first 1 0.1 tag\n"
      "301 Q0 tied 2 0.9 tag\n",
      "run");
  CHECK(run == Run{{"301", {"first", "second", "tied"}}, {"302", {"other"}}});
  CHECK(read_run("", "run").empty());
}

TEST_CASE("evaluation: a perfect run has 1 everywhere but in precision") {
  const Scores scores = evaluate(two_good, run_of("t", {"a", "b", "c"}));
  CHECK(scores.topics == 1);
  CHECK(scores.ndcg_at_10 == doctest::Approx(1));
  CHECK(scores.map == doctest::Approx(1));
  CHECK(scores.recall_at_100 == doctest::Approx(1));
  CHECK(scores.mrr == doctest::Approx(1));
  CHECK(scores.precision_at_10 == doctest::Approx(0.2));
}

TEST_CASE("evaluation: scores worked out by hand") {
  // c, b, a: grades 0, 1, 2 at ranks 1, 2, 3.
  const Scores scores = evaluate(two_good, run_of("t", {"c", "b", "a"}));
  const double gain = 1 / std::log2(3) + 2 / std::log2(4);
  const double ideal = 2 / std::log2(2) + 1 / std::log2(3);
  CHECK(gain == doctest::Approx(1.63093));
  CHECK(ideal == doctest::Approx(2.63093));
  CHECK(scores.ndcg_at_10 == doctest::Approx(gain / ideal));
  CHECK(scores.map == doctest::Approx((1.0 / 2 + 2.0 / 3) / 2));
  CHECK(scores.mrr == doctest::Approx(0.5));
  CHECK(scores.recall_at_100 == doctest::Approx(1));
}

TEST_CASE("evaluation: what is missing counts against a run") {
  const Scores scores = evaluate(two_good, run_of("t", {"b"}));
  CHECK(scores.ndcg_at_10 == doctest::Approx(1 / (2 + 1 / std::log2(3))));
  CHECK(scores.map == doctest::Approx(0.5));
  CHECK(scores.recall_at_100 == doctest::Approx(0.5));
  CHECK(evaluate(two_good, run_of("t", {})).map == 0);
}

TEST_CASE("evaluation: each measure looks so far and no further") {
  struct Row {
    std::size_t before;
    double ndcg;
    double precision;
    double recall;
    double map;
  };
  const Row rows[] = {
      {9, 1 / std::log2(11), 0.1, 1, 1.0 / 10},
      {10, 0, 0, 1, 1.0 / 11},
      {99, 0, 0, 1, 1.0 / 100},
      {100, 0, 0, 0, 1.0 / 101},
      {999, 0, 0, 0, 1.0 / 1000},
      {1000, 0, 0, 0, 0},
  };
  const Judgements one_good = {{"t", {{"a", 1}}}};
  for (const Row& row : rows) {
    CAPTURE(row.before);
    const Scores scores = evaluate(one_good, run_of("t", behind(row.before, "a")));
    CHECK(scores.ndcg_at_10 == doctest::Approx(row.ndcg));
    CHECK(scores.precision_at_10 == doctest::Approx(row.precision));
    CHECK(scores.recall_at_100 == doctest::Approx(row.recall));
    CHECK(scores.map == doctest::Approx(row.map));
    CHECK(scores.mrr == doctest::Approx(row.map));
  }
}

TEST_CASE("evaluation: the ideal is the ten best of all that were judged") {
  Judgements judgements;
  std::vector<std::string> documents;
  for (int i = 0; i < 15; ++i) {
    documents.push_back("d" + std::to_string(i));
    judgements["t"][documents.back()] = 1;
  }
  const Scores scores = evaluate(judgements, {{"t", documents}});
  CHECK(scores.ndcg_at_10 == doctest::Approx(1));
  CHECK(scores.precision_at_10 == doctest::Approx(1));
  CHECK(scores.map == doctest::Approx(1));
}

TEST_CASE("evaluation: scores are means over the judged topics") {
  const Judgements judgements = {{"1", {{"a", 1}}}, {"2", {{"b", 1}}}};
  const Scores scores = evaluate(judgements, {{"1", {"a"}}, {"3", {"b"}}});
  CHECK(scores.topics == 2);
  CHECK(scores.map == doctest::Approx(0.5));
  CHECK(scores.mrr == doctest::Approx(0.5));
  CHECK(scores.ndcg_at_10 == doctest::Approx(0.5));
}

TEST_CASE("evaluation: without judgements every score is 0") {
  const Scores scores = evaluate({}, run_of("t", {"a"}));
  CHECK(scores.topics == 0);
  CHECK(scores.map == 0);
}
