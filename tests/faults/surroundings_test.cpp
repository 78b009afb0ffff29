// SPDX-License-Identifier: GPL-3.0-or-later
// What surrounds an index does as it likes: sources change while they are read, the clock jumps,
// more than one writes, and a reader may write nothing.
#include "tests/faults/rounds.hpp"
#include "tests/faults/scene.hpp"
#include "tests/support/temporary_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <random>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>

using namespace news::test;

namespace {

namespace fs = std::filesystem;

std::string file_name(int file) { return fmt::format("part-{:02}.jsonl", file); }

std::string articles_of(int file, int count, const std::string& version) {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    lines += article_line(fmt::format("f{}n{}", file, i), fmt::format("Report {} of {}", i, file),
                          fmt::format("The harbour of f{}n{} in its {} state; {}", file, i, version,
                                      std::string(500, 'x')));
  }
  return lines;
}

std::string count_of(const NewsFolder& news, const std::string& word) {
  const std::string out = news.search({"--count", "--duplicates", "show", word}).out;
  return out.substr(0, out.find('\n'));
}

bool is_whole(const NewsFolder& news) {
  return news_index({"-i", news.index_folder(), "--check"}).exit_code == 0;
}

/// A user who may read the index and write nothing: root becomes nobody.
std::vector<std::string> as_reader(std::vector<std::string> command) {
  if (::getuid() != 0) return command;
  command.insert(command.begin(), {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"});
  return command;
}

void take_permission_to_write(const fs::path& folder) {
  constexpr auto writing =
      fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;
  constexpr auto all_read = fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read;
  constexpr auto all_enter = fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    fs::permissions(entry, all_read, fs::perm_options::add);
    if (entry.is_directory()) fs::permissions(entry, all_enter, fs::perm_options::add);
    fs::permissions(entry, writing, fs::perm_options::remove);
  }
  fs::permissions(folder, all_read | all_enter, fs::perm_options::add);
  fs::permissions(folder, writing, fs::perm_options::remove);
}

}  // namespace

TEST_CASE("faults: surroundings: sources change, shrink and vanish while they are read") {
  constexpr int files = 24;
  constexpr int articles = 400;
  std::mt19937 random(5);
  for (long round = 0; round < rounds_or("surroundings", 3); ++round) {
    CAPTURE(round);
    const NewsFolder news;
    for (int file = 0; file < files; ++file) {
      news.write(file_name(file), articles_of(file, articles, "first"));
    }
    BackgroundProcess writer({NEWS_INDEX_PROGRAM, "-i", news.index_folder(), news.news()});
    int left = 0;
    for (int file = 0; file < files; ++file) {
      wait_microseconds(random() % 20'000);
      const std::string path = news.news() + "/" + file_name(file);
      switch (file % 4) {
        case 0:
          fs::remove(path);
          break;
        case 1:  // in place, under the reader's eyes
          news.write(file_name(file), articles_of(file, articles / 2, "second"));
          left += articles / 2;
          break;
        case 2:
          fs::resize_file(path, 0);
          break;
        default:
          left += articles;
      }
    }
    CHECK(writer.wait() == 0);
    CHECK(is_whole(news));
    CHECK(news.index({"--prune"}).exit_code == 0);
    CHECK(count_of(news, "harbour") == std::to_string(left));
    CHECK(count_of(news, "second") == std::to_string(files / 4 * articles / 2));
    CHECK(is_whole(news));
  }
}

TEST_CASE("faults: surroundings: a clock that jumps back by a day at a time") {
  const Scene scene(busy_update());
  scene.begin_again();
  const std::vector<std::string> environment{"LD_PRELOAD=" NEWS_FAULT_SHIM,
                                             "NEWS_FAULT_CLOCK=86400"};
  for (const int times : {1, 2}) {
    CAPTURE(times);
    const Outcome outcome = run({.command = scene.command(), .environment = environment});
    CHECK_MESSAGE(outcome.exit_code == 0, outcome.err);
    CHECK(scene.trouble_after_completion() == "");
  }
  const Outcome search = run({.command = {NEWS_SEARCH_PROGRAM, "--index", scene.index_folder(),
                                          "--count", "--duplicates", "show", "quay"},
                              .environment = environment});
  CHECK(search.exit_code == 0);
}

TEST_CASE("faults: surroundings: four writers at once take turns, or are told") {
  for (const char* wait : {"60", "0"}) {
    CAPTURE(wait);
    const Scene scene(busy_update());
    std::vector<std::string> command = scene.command();
    command.insert(command.begin() + 1, {"--wait", wait});
    std::vector<std::unique_ptr<BackgroundProcess>> writers;
    for (int i = 0; i < 4; ++i) writers.push_back(std::make_unique<BackgroundProcess>(command));
    int busy = 0;
    for (const auto& writer : writers) {
      const int code = writer->wait();
      CHECK((code == 0 || code == 75));
      if (code == 75) ++busy;
    }
    CHECK(busy < 4);
    if (std::string(wait) != "0") CHECK(busy == 0);
    CHECK(scene.trouble_after_completion() == "");
  }
}

TEST_CASE("faults: surroundings: an index that may only be read is searched, and left as it is") {
  const Scene scene(busy_update());
  scene.begin_again();
  fs::permissions(scene.news().outside().path(), fs::perms::all);
  take_permission_to_write(scene.index_folder());
  const std::string index = scene.index_folder();
  for (const std::vector<std::string>& command : std::vector<std::vector<std::string>>{
           {NEWS_SEARCH_PROGRAM, "--index", index, "quay"},
           {NEWS_SEARCH_PROGRAM, "--index", index, "--facet", "language", "quay"},
           {NEWS_SEARCH_PROGRAM, "--index", index, "--show", "f3n1"},
           {NEWS_INDEX_PROGRAM, "--index", index, "--stats"}}) {
    const Outcome outcome = run({.command = as_reader(command)});
    CHECK_MESSAGE(outcome.exit_code == 0, outcome.err);
    CHECK(outcome.err.empty());
  }
  for (const char* option : {"--check", "--repair", "--compact", "--prune"}) {
    CAPTURE(option);
    std::vector<std::string> command{NEWS_INDEX_PROGRAM, "--index", index, option};
    if (std::string(option) == "--prune") command.push_back(scene.news().news());
    const Outcome outcome = run({.command = as_reader(command)});
    CHECK(outcome.exit_code == 2);
    CHECK_MESSAGE(outcome.err.find("Permission denied") != std::string::npos, outcome.err);
  }
  for (const auto& entry : fs::recursive_directory_iterator(index)) {
    fs::permissions(entry, fs::perms::owner_write, fs::perm_options::add);
  }
  fs::permissions(index, fs::perms::owner_all, fs::perm_options::add);
  CHECK(scene.trouble_after_fault() == "");
}

TEST_CASE("faults: surroundings: searches need no room on the disk") {
  const Scene scene(busy_update());
  scene.begin_again();
  const std::string index = scene.index_folder();
  const std::vector<std::string> environment{"LD_PRELOAD=" NEWS_FAULT_SHIM,
                                             "NEWS_FAULT_FOLDER=" + index, "NEWS_FAULT_AT=1",
                                             "NEWS_FAULT_WITH=ENOSPC", "NEWS_FAULT_STAYS=1"};
  for (const char* option : {"--count", "--timeline=year", "--facet=language", "--explain"}) {
    const Outcome outcome = run({.command = {NEWS_SEARCH_PROGRAM, "--index", index, option, "quay"},
                                 .environment = environment});
    CHECK_MESSAGE(outcome.exit_code == 0, outcome.err);
  }
  CHECK(run({.command = {NEWS_INDEX_PROGRAM, "--index", index, "--stats"},
             .environment = environment})
            .exit_code == 0);
}
