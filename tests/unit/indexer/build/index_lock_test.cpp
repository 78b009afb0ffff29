// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/index_lock.hpp"

#include "news/base/error.hpp"
#include "tests/support/temporary_folder.hpp"

#include <filesystem>
#include <optional>
#include <string>

#include <doctest/doctest.h>
#include <unistd.h>

using namespace news;
using namespace news::test;

namespace {

constexpr std::chrono::seconds at_once{0};

}  // namespace

TEST_CASE("index lock: a second writer is told who the first one is") {
  const TemporaryFolder folder;
  const FileLock lock = lock_index(folder.path(), at_once);
  try {
    lock_index(folder.path(), at_once);
    FAIL("two writers");
  } catch (const IndexBusy& busy) {
    const std::string what = busy.what();
    CHECK(what.starts_with(folder.path().string() + ": is being written by process " +
                           std::to_string(::getpid()) + " on "));
    CHECK(busy.remedy() == "Run again when that has ended, or wait for it with --wait SECONDS.");
  }
}

TEST_CASE("index lock: it ends with its holder") {
  const TemporaryFolder folder;
  { const FileLock lock = lock_index(folder.path(), at_once); }
  CHECK_NOTHROW(lock_index(folder.path(), at_once));
}

TEST_CASE("index lock: a file that a dead process left holds nobody up") {
  const TemporaryFolder folder;
  folder.write("lock", "process 1 on elsewhere\n");
  CHECK_NOTHROW(lock_index(folder.path(), at_once));
}

TEST_CASE("index lock: a holder that has not said who it is is another process") {
  const TemporaryFolder folder;
  const auto lock = FileLock::try_acquire(folder / "lock");
  REQUIRE(lock);
  CHECK_THROWS_WITH(lock_index(folder.path(), at_once),
                    (folder.path().string() + ": is being written by another process").c_str());
}

TEST_CASE("index lock: a wait can be interrupted") {
  const TemporaryFolder folder;
  const FileLock lock = lock_index(folder.path(), at_once);
  const std::atomic<bool> stop = true;
  CHECK_THROWS_AS(lock_index(folder.path(), std::chrono::hours{1}, &stop), Interrupted);
}

TEST_CASE("index lock: the folder is made if need be") {
  const TemporaryFolder folder;
  const FileLock lock = lock_index(folder / "a/b", at_once);
  CHECK(std::filesystem::is_directory(folder / "a/b"));
}

TEST_CASE("index lock: a file in the place of the folder is an error") {
  const TemporaryFolder folder;
  folder.write("file", "x");
  CHECK_THROWS_AS(lock_index(folder / "file", at_once), FileError);
  CHECK_THROWS_AS(lock_index(folder / "file/below", at_once), FileError);
}
