// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/inversion/run_store.hpp"

#include "news/base/error.hpp"
#include "tests/support/random_text.hpp"
#include "tests/support/runs.hpp"
#include "tests/support/small_files_only.hpp"
#include "tests/support/temporary_folder.hpp"

#include <filesystem>
#include <iterator>
#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

constexpr std::size_t roomy = 100'000'000;

std::size_t files_in(const TemporaryFolder& folder) {
  const std::filesystem::directory_iterator files(folder.path());
  return static_cast<std::size_t>(std::distance(begin(files), end(files)));
}

/// Adds postings of documents 1 to 10 * runs, ten documents a run. The same postings serve as
/// positions, which look the same from here, but the first key has none.
void add_runs(RunStore& store, const Postings& postings, std::uint32_t runs) {
  Postings positions = postings;
  positions.erase(positions.begin());
  for (std::uint32_t base = 1; base <= 10 * runs; base += 10) {
    store.add(run_of(part(postings, base, base + 10), base),
              run_of(part(positions, base, base + 10), base), base);
  }
}

/// Adds that many runs and more with them until the store has all. What it then has is the same.
void check_store(std::size_t memory_bytes, std::uint32_t runs) {
  CAPTURE(memory_bytes);
  RandomText random(runs);
  const Postings postings = random_postings(random, 300, 10 * runs);
  Postings positions = postings;
  positions.erase(positions.begin());
  const TemporaryFolder folder;
  {
    RunStore store(folder.path(), memory_bytes);
    add_runs(store, postings, runs);
    CHECK((files_in(folder) == 0) == (memory_bytes == roomy));
    CHECK(files_in(folder) <= 2 * 64);
    CHECK((shown(store.postings()) == shown(postings)));
    CHECK((shown(store.positions()) == shown(positions)));
  }
  CHECK(files_in(folder) == 0);
}

}  // namespace

TEST_CASE("run store: however the runs are kept, merging them gives the same") {
  for (const std::size_t memory_bytes :
       {std::size_t{1}, std::size_t{1000}, std::size_t{10'000}, roomy}) {
    check_store(memory_bytes, 50);
  }
}

TEST_CASE("run store: more runs on disk than are merged in one go") {
  check_store(1, 63);
  check_store(1, 66);
  check_store(1, 140);
}

TEST_CASE("run store: without runs there is nothing to merge") {
  const TemporaryFolder folder;
  RunStore store(folder.path(), 1);
  CHECK_FALSE(store.postings().next());
  store.add("", "", 1);
  store.add("", "", 1);
  CHECK_FALSE(store.postings().next());
  CHECK_FALSE(store.positions().next());
}

TEST_CASE("run store: what fits stays in memory") {
  const TemporaryFolder folder;
  const std::string run = run_of({{"a", {{1, 1}}}}, 1);
  RunStore store(folder.path(), 2 * run.size());
  store.add(run, "", 1);
  store.add(run, "", 2);
  CHECK(files_in(folder) == 0);
  store.add(run, "", 3);
  CHECK(files_in(folder) == 2);
  CHECK(shown(store.postings()) == "a: 1=1 2=1 3=1");
}

TEST_CASE("run store: a folder that is not there is an error when it is needed") {
  const TemporaryFolder folder;
  RunStore store(folder.path() / "missing", 1);
  store.add(run_of({{"a", {{1, 1}}}}, 1), "", 1);
  CHECK_THROWS_AS(store.add("", "", 2), FileError);
}

TEST_CASE("run store: runs that cannot be written are an error, and leave nothing behind") {
  const TemporaryFolder folder;
  Postings postings;
  for (std::uint32_t id = 1; id <= 20'000; ++id) postings["a"][id] = 1;
  const std::string run = run_of(postings, 1);
  {
    RunStore store(folder.path(), 1);
    store.add("", run_of({{"a", {{1, 1}}}}, 1), 1);
    store.add(run, "", 2);
    CHECK(files_in(folder) == 2);
    const SmallFilesOnly limit;
    CHECK_THROWS_AS(store.add("", "", 20'002), FileError);
  }
  CHECK(files_in(folder) == 0);
}
