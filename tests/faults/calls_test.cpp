// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever call fails, and wherever a run is killed: the old index stays whole, what is said of it
// is clear, and the next run completes.
#include "tests/faults/rounds.hpp"
#include "tests/faults/scene.hpp"
#include "tests/support/temporary_folder.hpp"

#include <csignal>
#include <random>

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace news::test;

namespace {

struct Fault {
  const char* with;
  bool stays = false;
};

constexpr Fault faults[] = {{"ENOSPC"}, {"EIO"}, {"ENOSPC", true}, {"kill"}};

constexpr int killed = 128 + SIGKILL;

Outcome run_with(const Scene& scene, const Fault& fault, long at, const std::string& count = {}) {
  std::vector<std::string> environment{
      "LD_PRELOAD=" NEWS_FAULT_SHIM, "NEWS_FAULT_FOLDER=" + scene.index_folder(),
      fmt::format("NEWS_FAULT_AT={}", at), fmt::format("NEWS_FAULT_WITH={}", fault.with)};
  if (fault.stays) environment.emplace_back("NEWS_FAULT_STAYS=1");
  if (!count.empty()) environment.push_back("NEWS_FAULT_COUNT=" + count);
  return run({.command = scene.command(), .environment = environment});
}

long calls_of(const Scene& scene) {
  scene.begin_again();
  const std::string count = scene.news().outside() / "count";
  CHECK(run_with(scene, {"EIO"}, 0, count).exit_code == 0);
  return std::stol(content_of(count));
}

/// What is wrong with the way in which a program ended; empty if nothing is.
std::string trouble_with(const Outcome& outcome, const Fault& fault) {
  const bool kills = std::string_view(fault.with) == "kill";
  if (kills) return outcome.exit_code == killed ? "" : "is not killed";
  if (outcome.exit_code == 0) return {};  // it could do without that call
  if (outcome.exit_code != 2)
    return fmt::format("exit code {}: {}", outcome.exit_code, outcome.err);
  const bool says_why = outcome.err.find("No space left") != std::string::npos ||
                        outcome.err.find("Input/output error") != std::string::npos;
  return says_why ? "" : "does not say why: " + outcome.err;
}

/// Lets a call fail, looks at the index, runs again and looks again.
void suffer(const Scene& scene, const Fault& fault, long at) {
  CAPTURE(fault.with);
  CAPTURE(fault.stays);
  CAPTURE(at);
  scene.begin_again();
  const Outcome outcome = run_with(scene, fault, at);
  CHECK(trouble_with(outcome, fault) == "");
  CHECK(scene.trouble_after_fault() == "");
  const Outcome again = run({.command = scene.command()});
  CHECK_MESSAGE(again.exit_code == 0, again.err);
  CHECK(scene.trouble_after_completion() == "");
}

/// All calls in the long version; else so many that are spread over the run.
void suffer_everywhere(const Scene::Plan& plan, long rounds) {
  const Scene scene(plan);
  const long calls = calls_of(scene);
  MESSAGE(calls, " calls");
  long number = 0;
  for (const Fault& fault : faults) {
    const long share = rounds_or("calls", rounds) / static_cast<long>(std::size(faults)) + 1;
    const long step = std::max(1L, calls / share);
    for (long at = 1 + number++ % step; at <= calls; at += step) suffer(scene, fault, at);
  }
}

}  // namespace

TEST_CASE("faults: calls: an update that adds, changes, prunes and merges") {
  suffer_everywhere(busy_update(), 40);
}

TEST_CASE("faults: calls: a first run, which builds in little memory") {
  suffer_everywhere(
      {.options = {"--memory", "1M"}, .begins_with_index = false, .filler_articles = 600}, 16);
}

TEST_CASE("faults: calls: a rebuild") { suffer_everywhere({.options = {"--rebuild"}}, 16); }

TEST_CASE("faults: calls: --compact") {
  suffer_everywhere({.options = {"--compact"}, .reads_news = false}, 12);
}

TEST_CASE("faults: kills: at any moment") {
  const Scene scene(busy_update());
  std::mt19937 random(29);
  for (long round = 0; round < rounds_or("kills", 20); ++round) {
    CAPTURE(round);
    scene.begin_again();
    {
      BackgroundProcess writer(scene.command());
      wait_microseconds(random() % 60'000);
      writer.signal(SIGKILL);
    }
    CHECK(scene.trouble_after_fault() == "");
    CHECK(run({.command = scene.command()}).exit_code == 0);
    CHECK(scene.trouble_after_completion() == "");
  }
}

TEST_CASE("faults: terminated at any moment") {
  const Scene scene(busy_update());
  std::mt19937 random(31);
  for (long round = 0; round < rounds_or("terms", 10); ++round) {
    CAPTURE(round);
    scene.begin_again();
    BackgroundProcess writer(scene.command());
    wait_microseconds(random() % 60'000);
    writer.signal(SIGTERM);
    const int code = writer.wait();
    CHECK((code == 0 || code == 130 || code == 128 + SIGTERM));
    CHECK(scene.trouble_after_fault() == "");
    CHECK(run({.command = scene.command()}).exit_code == 0);
    CHECK(scene.trouble_after_completion() == "");
  }
}
