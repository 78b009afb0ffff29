// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/open_files.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>

using namespace news;

TEST_CASE("open files: the limit is raised to what the process may allow itself") {
  struct rlimit before {};
  REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
  struct rlimit lower = before;
  lower.rlim_cur = before.rlim_max / 2;
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &lower) == 0);
  CHECK(open_file_limit() == lower.rlim_cur);
  allow_many_open_files();
  CHECK(open_file_limit() == before.rlim_max);
  allow_many_open_files();
  CHECK(open_file_limit() == before.rlim_max);
  ::setrlimit(RLIMIT_NOFILE, &before);
}
