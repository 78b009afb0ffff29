// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/inversion/run.hpp"

#include "news/base/byte_order.hpp"
#include "news/base/error.hpp"
#include "tests/support/hex.hpp"
#include "tests/support/random_text.hpp"
#include "tests/support/runs.hpp"
#include "tests/support/temporary_folder.hpp"

#include <set>
#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

std::string from_memory(const std::string& run, std::uint32_t base) {
  return shown(RunCursor::in_memory(run, base));
}

std::string from_file(const std::string& run, std::uint32_t base) {
  const TemporaryFolder folder;
  return shown(RunCursor::in_file(folder.write("run", run), base));
}

std::string entry_bytes(const RunEntry& entry) {
  glass::ByteBuffer run;
  append_run_entry(run, entry);
  return std::string(run.view());
}

struct Run {
  std::string bytes;
  std::set<std::size_t> ends;  ///< of entries
};

/// Entries of 3000 bytes, whose keys get longer.
Run long_run() {
  std::string stream;
  while (stream.size() < 2970) stream += from_hex("FF FF FF FF FF FF FF FF 3F");
  Run run;
  for (std::size_t key_bytes = 20; key_bytes < 120; ++key_bytes) {
    const std::string key(key_bytes, 'k');
    run.bytes += entry_bytes({.key = key, .count = 1, .total = 1, .last = 1, .stream = stream});
    run.ends.insert(run.bytes.size());
  }
  return run;
}

/// Whether a file can be read to its end.
bool is_whole(const std::string& path) {
  RunCursor cursor = RunCursor::in_file(path, 1);
  try {
    while (cursor.next()) {
    }
  } catch (const IndexError&) {
    return false;
  }
  return true;
}

}  // namespace

TEST_CASE("run: an entry is its key, its figures and its stream") {
  CHECK(hex(entry_bytes({.key = "ab", .count = 1, .total = 300, .last = 2, .stream = "xyz"})) ==
        "02 61 62 01 AC 02 02 03 78 79 7A");
  CHECK(hex(entry_bytes({})) == "00 00 00 00 00");
}

TEST_CASE("run: a run has its entries in memory and in a file") {
  const Postings postings = {
      {"a", {{5, 1}, {6, 300}, {900, 0}}}, {"b", {{7, 1}}}, {"bb", {{5, 2}}}};
  const std::string run = run_of(postings, 5);
  CHECK(from_memory(run, 5) == "a: 5=1 6=300 900=0; b: 7=1; bb: 5=2");
  CHECK(from_file(run, 5) == from_memory(run, 5));
}

TEST_CASE("run: a run may be empty") {
  CHECK(from_memory("", 1).empty());
  CHECK(from_file("", 1).empty());
}

TEST_CASE("run: the greatest figures and the longest key") {
  const std::string key(255, '\xFF');
  const std::string run =
      entry_bytes({.key = key, .count = ~0ULL, .total = ~0ULL, .last = ~0U, .stream = "s"});
  RunCursor cursor = RunCursor::in_memory(run, 1);
  REQUIRE(cursor.next());
  CHECK(cursor.entry().key == key);
  CHECK(cursor.entry().count == ~0ULL);
  CHECK(cursor.entry().total == ~0ULL);
  CHECK(cursor.entry().last == ~0U);
  CHECK(cursor.entry().stream == "s");
  CHECK(cursor.key() == OrderedText(key));
  CHECK_FALSE(cursor.next());
}

TEST_CASE("run: streams may be longer than what a file is read in") {
  Postings postings = {{"a", {{1, 1}}}, {"z", {{1, 1}}}};
  for (std::uint32_t id = 1; id < 120'000; ++id) postings["long"][id] = 1000;
  const std::string run = run_of(postings, 1);
  REQUIRE(run.size() > 300'000);
  CHECK((from_file(run, 1) == shown(postings)));
}

TEST_CASE("run: random runs are read again") {
  for (std::mt19937::result_type seed = 1; seed <= 4; ++seed) {
    CAPTURE(seed);
    RandomText random(seed);
    const Postings postings = random_postings(random, 2000, 5000);
    const std::string run = run_of(postings, 1);
    CHECK((from_memory(run, 1) == shown(postings)));
    CHECK((from_file(run, 1) == shown(postings)));
  }
}

TEST_CASE("run: a file that ends before its end is an error") {
  // Longer than what is read at once: what is left in the buffer of earlier bytes, here lengths
  // beyond all memory, is no part of the last ones.
  const Run run = long_run();
  const TemporaryFolder folder;
  for (std::size_t cut = 0; cut<6100; cut += cut % 3000> 2900 ? 1 : 90) {
    CAPTURE(cut);
    const std::size_t size = run.bytes.size() - cut;
    const std::string path = folder.write("run", run.bytes.substr(0, size));
    REQUIRE(is_whole(path) == run.ends.contains(size));
  }
}

TEST_CASE("run: a file that is not there is an error") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(RunCursor::in_file(folder / "missing", 1), FileError);
}
