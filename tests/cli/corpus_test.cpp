// SPDX-License-Identifier: GPL-3.0-or-later
// The invented news of corpus/: all of it is read, and its judged queries are answered well.
#include "bench/evaluation.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temporary_folder.hpp"

#include <sstream>

#include <doctest/doctest.h>

using namespace news::test;

namespace {

const std::string corpus = NEWS_CORPUS_FOLDER;

/// An index of the corpus, made once.
const std::string& corpus_index() {
  static const TemporaryFolder folder;
  static const std::string index = folder / "corpus.idx";
  static const Outcome outcome = news_index({"--index", index, "--strict", corpus});
  REQUIRE(outcome.exit_code == 0);
  REQUIRE(outcome.err.empty());
  return index;
}

/// The live segments' folders.
std::vector<std::string> segments() {
  std::istringstream stub(content_of(corpus_index() + "/XAPIANDB"));
  std::vector<std::string> folders;
  for (std::string word; stub >> word;) {
    if (word.starts_with("segment-")) folders.push_back(corpus_index() + "/" + word);
  }
  return folders;
}

}  // namespace

TEST_CASE("corpus: every article is read") {
  const Outcome stats = news_index({"--index", corpus_index(), "--stats"});
  CHECK(stats.out.find(": 132 articles,") != std::string::npos);
  CHECK(stats.out.find("languages en 89, de 8, es 8, fr 7, ja 6 and 3 more") != std::string::npos);
}

TEST_CASE("corpus: the judged queries are answered well") {
  // It stood at .959 when this floor was set; the rest is room for changes that help elsewhere.
  constexpr double floor = 0.94;
  const Outcome run = news_search(
      {"--index", corpus_index(), "--format", "trec", "--queries", corpus + "/topics.tsv"});
  const auto scores = news::bench::evaluate(
      news::bench::read_judgements(content_of(corpus + "/qrels.txt"), "qrels.txt"),
      news::bench::read_run(run.out, "run"));
  CHECK(scores.topics == 30);
  CHECK(scores.ndcg_at_10 >= floor);
  CHECK(scores.recall_at_100 >= 0.99);
}

TEST_CASE("corpus: Xapian's own tools take the index for a database") {
  for (const std::string& segment : segments()) {
    const Outcome check = run({.command = {"xapian-check", segment}});
    CHECK(check.exit_code == 0);
    CHECK(check.out.find("No errors found") != std::string::npos);
  }
  CHECK(run({.command = {"xapian-delve", corpus_index()}}).out.find("number of documents = 132") !=
        std::string::npos);
  const Outcome found = run({.command = {"quest", "-d", corpus_index(), "ferry inquiry"}});
  CHECK(found.out.find("MSet:") != std::string::npos);
  CHECK(found.out.find("No matches") == std::string::npos);
}
