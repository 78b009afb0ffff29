// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/exit_code.hpp"

#include "news/base/error.hpp"

#include <functional>
#include <new>

#include <doctest/doctest.h>
#include <xapian.h>

using namespace news;

namespace {

Failure failure_of(const std::function<void()>& run) {
  try {
    run();
  } catch (...) {
    return describe_current_exception("news-search");
  }
  return {ExitCode::ok, ""};
}

}  // namespace

TEST_CASE("exit code: the numbers are what the shell knows") {
  CHECK(to_int(ExitCode::ok) == 0);
  CHECK(to_int(ExitCode::not_quite) == 1);
  CHECK(to_int(ExitCode::failed) == 2);
  CHECK(to_int(ExitCode::busy) == 75);
  CHECK(to_int(ExitCode::interrupted) == 130);
}

TEST_CASE("exit code: an exception becomes a code and lines for the user") {
  struct Row {
    std::function<void()> run;
    ExitCode code;
    std::string_view message;
  };
  const Row rows[] = {
      {[] { throw IndexError("a.idx", "is damaged", "Build it again."); }, ExitCode::failed,
       "news-search: a.idx: is damaged\n  Build it again.\n"},
      {[] { throw FileError("a", "is full"); }, ExitCode::failed, "news-search: a: is full\n"},
      {[] { throw IndexBusy("a.idx", "is in use", "Wait."); }, ExitCode::busy,
       "news-search: a.idx: is in use\n  Wait.\n"},
      {[] { throw UsageError("--top", "is no number"); }, ExitCode::failed,
       "news-search: --top: is no number\n  Try 'news-search --help'.\n"},
      {[] { throw UsageError("--top", "is no number", "Give one."); }, ExitCode::failed,
       "news-search: --top: is no number\n  Give one.\n"},
      {[] { throw std::bad_alloc(); }, ExitCode::failed,
       "news-search: out of memory\n  Give it more; news-index takes less with fewer --threads and "
       "less --memory.\n"},
      {[] { throw std::runtime_error("odd"); }, ExitCode::failed, "news-search: odd\n"},
      {[] { throw Xapian::DatabaseCorruptError("bad block"); }, ExitCode::failed,
       "news-search: DatabaseCorruptError: bad block\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    const Failure failure = failure_of(row.run);
    CHECK(failure.code == row.code);
    CHECK(failure.message == row.message);
  }
}
