// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/damage_guard.hpp"

#include "indexer/build/segment_record.hpp"
#include "news/index/directory.hpp"
#include "tests/support/index_parts.hpp"
#include "tests/support/temporary_folder.hpp"

#include <csignal>
#include <string>

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace news;
using namespace news::test;

namespace {

/// How a process under guard ends that crashes, or goes round in a circle, over an index.
class Victim {
 public:
  explicit Victim(bool damaged) {
    const std::string segment = "segment-000001";
    build_segment(folder_.path() / segment, {article_from("/n", "a", "Quay", "Of the quay.")});
    record_segment(folder_.path() / segment);
    IndexDirectory(folder_.path()).publish({segment});
    const std::string file = segment + "/termlist.glass";
    std::string bytes = content_of(folder_.path() / file);
    if (damaged) bytes.back() = static_cast<char>(bytes.back() ^ 1);
    folder_.write(file, bytes);
  }

  template <typename Fate>
  int status_after(Fate fate) const {
    const pid_t child = ::fork();
    if (child == 0) {
      ::close(STDERR_FILENO);
      guard_against_damage("victim", {"/nowhere", folder_.path().string()});
      fate();
      ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
  }

 private:
  TemporaryFolder folder_;
};

void crash() { std::raise(SIGSEGV); }

}  // namespace

TEST_CASE("damage guard: a crash over a damaged index is an error") {
  const int status = Victim(true).status_after(crash);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 2);
}

TEST_CASE("damage guard: a crash over a whole index stays one") {
  const int status = Victim(false).status_after(crash);
  CHECK(WIFSIGNALED(status));
  CHECK(WTERMSIG(status) == SIGSEGV);
}

TEST_CASE("damage guard: a circle over a damaged index is left with an error") {
  const int status = Victim(true).status_after([] {
    expect_progress();
    for (const volatile bool forever = true; forever;) {
    }
  });
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 2);
}
