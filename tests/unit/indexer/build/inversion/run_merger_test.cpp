// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/inversion/run_merger.hpp"

#include "tests/support/random_text.hpp"
#include "tests/support/runs.hpp"
#include "tests/support/temporary_folder.hpp"

#include <deque>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

/// Runs in memory, each of the documents from its base on.
class Runs {
 public:
  void add(const Postings& postings, std::uint32_t base) {
    runs_.emplace_back(run_of(postings, base), base);
  }

  /// Cuts postings of documents up to `documents` into runs at random places.
  void add_split(const Postings& postings, std::uint32_t documents, RandomText& random) {
    std::set<std::uint32_t> bases = {1};
    for (std::size_t cuts = random.below(20); cuts > 0; --cuts) {
      bases.insert(static_cast<std::uint32_t>(1 + random.below(documents)));
    }
    for (auto base = bases.begin(); base != bases.end(); ++base) {
      const auto next = std::next(base);
      add(part(postings, *base, next == bases.end() ? documents + 1 : *next), *base);
    }
  }

  RunMerger merger() const {
    std::vector<RunCursor> cursors;
    for (const auto& [bytes, base] : runs_) cursors.push_back(RunCursor::in_memory(bytes, base));
    return RunMerger(std::move(cursors));
  }

  /// The one run that holds all, written to a file.
  std::string merged(std::uint32_t base) const {
    const TemporaryFolder folder;
    FileWriter file(folder / "run");
    RunMerger all = merger();
    write_merged_run(all, base, file);
    file.flush();
    return content_of(folder / "run");
  }

 private:
  std::deque<std::pair<std::string, std::uint32_t>> runs_;
};

}  // namespace

TEST_CASE("run merger: keys come in order, their runs in the order of the documents") {
  Runs runs;
  runs.add({{"a", {{1, 1}}}, {"c", {{2, 1}, {3, 2}}}}, 1);
  runs.add({{"b", {{12, 1}}}, {"c", {{10, 5}}}}, 10);
  runs.add({{"a", {{29, 1}}}, {"c", {{20, 9}}}}, 20);
  CHECK(shown(runs.merger()) == "a: 1=1 29=1; b: 12=1; c: 2=1 3=2 10=5 20=9");
}

TEST_CASE("run merger: keys that begin alike are told apart") {
  Runs runs;
  const std::string zero("a\0", 2);
  runs.add({{"a", {{1, 1}}}, {"abcdefgh", {{1, 1}}}, {"abcdefghb", {{1, 1}}}}, 1);
  runs.add({{zero, {{2, 1}}}, {"abcdefgh", {{2, 1}}}, {"abcdefgha", {{2, 1}}}}, 2);
  CHECK(shown(runs.merger()) ==
        "a: 1=1; " + zero + ": 2=1; abcdefgh: 1=1 2=1; abcdefgha: 2=1; abcdefghb: 1=1");
}

TEST_CASE("run merger: no runs and empty runs have no keys") {
  Runs runs;
  CHECK_FALSE(runs.merger().next());
  runs.add({}, 1);
  runs.add({}, 1);
  CHECK_FALSE(runs.merger().next());
  runs.add({{"a", {{1, 1}}}}, 1);
  CHECK(shown(runs.merger()) == "a: 1=1");
  RunMerger merger = runs.merger();
  CHECK(merger.next());
  CHECK_FALSE(merger.next());
  CHECK_FALSE(merger.next());
}

TEST_CASE("run merger: runs written as one say the same") {
  Runs runs;
  runs.add({{"a", {{5, 1}, {7, 2}}}, {"b", {{6, 3}}}}, 5);
  runs.add({{"a", {{300, 4}}}, {"c", {{299, 1}, {301, 1}}}}, 200);
  CHECK(shown(RunCursor::in_memory(runs.merged(5), 5)) ==
        "a: 5=1 7=2 300=4; b: 6=3; c: 299=1 301=1");
}

TEST_CASE("run merger: a merged run is the run of all documents, however they were cut") {
  for (std::mt19937::result_type seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    RandomText random(seed);
    const Postings postings = random_postings(random, 500, 3000);
    Runs runs;
    runs.add_split(postings, 3000, random);
    CHECK((shown(runs.merger()) == shown(postings)));
    CHECK((runs.merged(1) == run_of(postings, 1)));
  }
}
