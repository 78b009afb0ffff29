// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/support/process.hpp"

#include "news/base/error.hpp"
#include "tests/support/temporary_folder.hpp"

#include <stdexcept>

#include <doctest/doctest.h>

using namespace news::bench;

TEST_CASE("bench process: a program is timed, and its output is in the log") {
  const news::test::TemporaryFolder folder;
  const Measured measured =
      measure({.words = {"sh", "-c", "sleep 0.05; echo $GREETING; echo b >&2"},
               .log = folder / "log",
               .environment = {"GREETING=a word"}});
  CHECK(measured.seconds >= 0.05);
  CHECK(measured.cpu_seconds > 0);
  CHECK(measured.cpu_seconds < measured.seconds);
  CHECK(measured.peak_memory_bytes > 0);
  CHECK(news::test::content_of(folder / "log") == "a word\nb\n");
}

TEST_CASE("bench process: a failure shows what the program wrote") {
  const news::test::TemporaryFolder folder;
  try {
    measure({.words = {"sh", "-c", "echo no disk; exit 3"}, .log = folder / "log"});
    FAIL("it did fail");
  } catch (const news::Error& error) {
    CHECK(std::string(error.what()) == "sh: exit code 3");
    CHECK(error.remedy() == "no disk\n");
  }
  CHECK_THROWS_WITH_AS(measure({.words = {"sh", "-c", "kill -9 $$"}, .log = folder / "log"}),
                       "sh: signal 9", news::Error);
  CHECK_THROWS_WITH_AS(measure({.words = {"no-such-program"}, .log = folder / "log"}),
                       "no-such-program: exit code 127", news::Error);
}

TEST_CASE("bench process: the memory of a part of this program is its own") {
  const news::test::TemporaryFolder folder;
  constexpr std::size_t much = std::size_t{256} << 20U;
  const auto nothing = measure_in_child("nothing", folder / "log", [] {});
  const auto large =
      measure_in_child("large", folder / "log", [] { std::string(much, 'x').back() = 'y'; });
  CHECK(large.peak_memory_bytes >= nothing.peak_memory_bytes + much / 2);
  CHECK(measure_in_child("nothing", folder / "log", [] {}).peak_memory_bytes < much);
}

TEST_CASE("bench process: an exception in the child is a failure of the child") {
  const news::test::TemporaryFolder folder;
  CHECK_THROWS_WITH_AS(
      measure_in_child("part", folder / "log", [] { throw std::runtime_error("no table"); }),
      "part: exit code 2", news::Error);
  CHECK(news::test::content_of(folder / "log") == "no table\n");
}

TEST_CASE("bench process: what is installed") {
  CHECK(is_installed("sh"));
  CHECK(is_installed("/bin/sh"));
  CHECK_FALSE(is_installed("no-such-program"));
}
