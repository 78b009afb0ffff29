// SPDX-License-Identifier: GPL-3.0-or-later
// A writer that is killed, interrupted or in another's way leaves the index whole.
#include "news/base/file.hpp"
#include "tests/support/news_folder.hpp"

#include <chrono>
#include <csignal>
#include <cstdint>
#include <filesystem>
#include <random>
#include <system_error>
#include <thread>

#include <doctest/doctest.h>

using namespace news::test;

namespace {

constexpr int old_articles = 200;
constexpr int new_articles = 20'000;

std::string stories(int count, const std::string& word) {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    lines += article_line(word + "-" + std::to_string(i), "Report " + std::to_string(i),
                          "The " + word + " report was read out on day " + std::to_string(i) +
                              " of the long session, and nobody was the wiser for it.");
  }
  return lines;
}

void wait_a_while(int milliseconds) {
  std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
}

/// Waits until the files of the index have so many bytes, those of an unfinished segment included.
/// How fast the machine is makes no difference then.
void wait_until_written(const NewsFolder& folder, std::uintmax_t bytes) {
  namespace fs = std::filesystem;
  constexpr int most_tries = 30'000;
  for (int tries = 0; tries < most_tries; ++tries) {
    std::uintmax_t written = 0;
    std::error_code gone;  // files come and go
    for (fs::recursive_directory_iterator at(folder.index_folder(), gone), end; !gone && at != end;
         at.increment(gone)) {
      const std::uintmax_t size = at->is_regular_file(gone) ? at->file_size(gone) : 0;
      if (!gone) written += size;
    }
    if (written >= bytes) return;
    wait_a_while(2);
  }
  FAIL("nothing is written");
}

std::string count(const NewsFolder& folder, const std::string& word) {
  return folder.search({"--count", word}).out;
}

/// Whether every live segment passes Xapian's check.
bool is_whole(const NewsFolder& folder) {
  return news_index({"--index", folder.index_folder(), "--check"}).exit_code == 0;
}

}  // namespace

TEST_CASE("crash: killed at any moment the old index stays and the next run completes") {
  std::mt19937 random(7);
  for (int round = 0; round < 8; ++round) {
    const NewsFolder folder;
    folder.write("a.jsonl", stories(old_articles, "early"));
    folder.index();
    folder.write("a.jsonl", stories(new_articles, "late"));
    {
      std::vector<std::string> command{NEWS_INDEX_PROGRAM, "-i", folder.index_folder(),
                                       folder.news()};
      if (round % 2 == 1) command.insert(command.begin() + 1, "--rebuild");
      BackgroundProcess writer(command);
      wait_a_while(static_cast<int>(random() % 800));
      writer.signal(SIGKILL);
    }
    CAPTURE(round);
    CHECK(is_whole(folder));
    const std::string early = count(folder, "early");
    const std::string late = count(folder, "late");
    const bool before = early == "200\n" && late == "0\n";
    const bool after = early == "0\n" && late == "20000\n";
    // The new ones are published; the next run takes out the old.
    const bool between = early == "200\n" && late == "20000\n";
    CHECK((before || between || after));
    CHECK(folder.index().exit_code == 0);
    CHECK(count(folder, "early") == "0\n");
    CHECK(count(folder, "late") == "20000\n");
    CHECK(is_whole(folder));
  }
}

TEST_CASE("crash: what a killed run left lying about is gone after the next run") {
  const NewsFolder folder;
  folder.write("a.jsonl", stories(3, "early"));
  folder.index();
  std::filesystem::create_directories(folder.index_folder() + "/segment-000002.tmp/scratch");
  std::filesystem::create_directories(folder.index_folder() + "/segment-000003");
  folder.index();
  CHECK_FALSE(std::filesystem::exists(folder.index_folder() + "/segment-000002.tmp"));
  CHECK_FALSE(std::filesystem::exists(folder.index_folder() + "/segment-000003"));
}

TEST_CASE("crash: an interrupted run keeps what it has read and says so") {
  constexpr int part_articles = 2500;
  constexpr std::uintmax_t some_parts = 3'000'000;  // of some 40 million bytes
  const NewsFolder folder;
  for (int i = 0; i < 40; ++i) {
    folder.write("part" + std::to_string(i) + ".jsonl",
                 stories(part_articles, "w" + std::to_string(i)));
  }
  BackgroundProcess writer(
      {NEWS_INDEX_PROGRAM, "-j", "1", "-i", folder.index_folder(), folder.news()});
  wait_until_written(folder, some_parts);
  writer.signal(SIGINT);
  CHECK(writer.wait() == 130);
  CHECK(is_whole(folder));
  const auto summary = folder.summary();
  CHECK(summary["in_index"]["articles"] == 40 * part_articles);
  CHECK(summary["articles"]["unchanged"].get<int>() > 0);
}

TEST_CASE("crash: a second writer is told who the first is") {
  const NewsFolder folder;
  folder.write("a.jsonl", stories(1, "early"));
  folder.index();
  auto lock = news::FileLock::try_acquire(folder.index_folder() + "/lock");
  REQUIRE(lock);
  lock->describe_holder("process 12 on elsewhere since yesterday\n");
  for (const char* wait : {"0", "1"}) {
    const Outcome outcome = folder.index({"--wait", wait});
    CHECK(outcome.exit_code == 75);
    CHECK(outcome.err ==
          "news-index: " + folder.index_folder() +
              ": is being written by process 12 on elsewhere since yesterday\n"
              "  Run again when that has ended, or wait for it with --wait SECONDS.\n");
  }
  // Readers are not disturbed.
  CHECK(count(folder, "early") == "1\n");
}

TEST_CASE("crash: a writer that waits gets its turn") {
  const NewsFolder folder;
  folder.write("a.jsonl", stories(1, "early"));
  folder.index();
  auto lock = news::FileLock::try_acquire(folder.index_folder() + "/lock");
  std::thread release([&lock] {
    wait_a_while(300);
    lock.reset();
  });
  CHECK(folder.index({"--wait", "60"}).exit_code == 0);
  release.join();
}
