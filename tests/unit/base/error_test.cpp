// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/error.hpp"

#include <cerrno>

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("error: it says where and what and the remedy") {
  const Error error("a.txt", "cannot be read", "Check it.");
  CHECK(std::string(error.what()) == "a.txt: cannot be read");
  CHECK(error.remedy() == "Check it.");
}

TEST_CASE("error: without a place only what happened is said") {
  const Error error("", "out of luck");
  CHECK(std::string(error.what()) == "out of luck");
  CHECK(error.remedy().empty());
}

TEST_CASE("error: each kind is an error and a busy index is an error of the index") {
  CHECK_THROWS_AS(throw UsageError("--top", "no number"), Error);
  CHECK_THROWS_AS(throw InputError("a", "missing"), Error);
  CHECK_THROWS_AS(throw FileError("a", "refused"), Error);
  CHECK_THROWS_AS(throw IndexError("a", "damaged"), Error);
  CHECK_THROWS_AS(throw IndexBusy("a", "busy"), IndexError);
}

TEST_CASE("error: what helps against what the system refuses") {
  CHECK(system_remedy(ENOSPC).starts_with("Free some disk space"));
  CHECK(system_remedy(EACCES).starts_with("Check the permissions"));
  CHECK(system_remedy(EMFILE).starts_with("Allow more open files"));
  CHECK(system_remedy(EIO).empty());
}

TEST_CASE("error: the remedy may follow on the same line") {
  CHECK(IndexError("a.idx", "holds no index", "Build one.").with_remedy() ==
        "a.idx: holds no index. Build one.");
  CHECK(IndexError("a.idx", "holds no index").with_remedy() == "a.idx: holds no index");
}
