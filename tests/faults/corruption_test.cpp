// SPDX-License-Identifier: GPL-3.0-or-later
// Damage to any file of an index, of any kind: no program crashes, hangs or fills the memory over
// it; what it may have changed is found by --check, and made good by --repair and the next run.
#include "tests/faults/rounds.hpp"
#include "tests/faults/scene.hpp"
#include "tests/support/temporary_folder.hpp"

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <random>
#include <utility>

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace news::test;

namespace {

namespace fs = std::filesystem;

constexpr int worst_exit_code = 2;

/// A program in bounds of time and memory, which end it by a signal.
Outcome run_bounded(std::vector<std::string> command) {
  std::vector<std::string> all{"prlimit", "--as=4000000000", "--", "timeout", "-s", "KILL", "10"};
  std::move(command.begin(), command.end(), std::back_inserter(all));
  return run({.command = all});
}

std::vector<fs::path> files_of(const std::string& index) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(index)) {
    if (entry.is_regular_file() && entry.path().filename() != "lock") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// Small files are as likely to be hit as large ones; so is the head of each block.
class Vandal {
 public:
  explicit Vandal(unsigned seed) : random_(seed) {}

  /// Damages a file and says how.
  std::string damage(const fs::path& file) {
    std::string bytes = content_of(file);
    if (bytes.empty()) return "nothing to damage";
    const std::size_t at = place_in(bytes);
    std::string how;
    switch (below(6)) {
      case 0:
        bytes.resize(at);
        how = "cut at";
        break;
      case 1:
        bytes[at] = static_cast<char>(below(256));
        how = "a byte at";
        break;
      case 2:
        std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                    std::min<std::size_t>(bytes.size() - at, 1 + below(4096)), '\0');
        how = "zeros at";
        break;
      case 3:
        for (std::size_t i = at; i < std::min(bytes.size(), at + 16); ++i) {
          bytes[i] = static_cast<char>(below(256));
        }
        how = "noise at";
        break;
      default:
        bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(1U << below(8)));
        how = "a bit at";
    }
    fs::remove(file);  // Xapian's caches know files by their inode
    std::FILE* const out = std::fopen(file.c_str(), "wb");
    std::fwrite(bytes.data(), 1, bytes.size(), out);
    std::fclose(out);
    return fmt::format("{}: {} {} of {}", file.string(), how, at, bytes.size());
  }

  std::size_t below(std::size_t end) { return random_() % end; }

 private:
  std::size_t place_in(const std::string& bytes) {
    constexpr std::size_t block = 8192;
    constexpr std::size_t head = 64;
    const std::size_t at = below(bytes.size());
    const std::size_t in_head = at / block * block + at % head;
    return below(2) == 0 && in_head < bytes.size() ? in_head : at;
  }

  std::mt19937 random_;
};

std::vector<std::vector<std::string>> questions(const std::string& index) {
  const std::vector<std::string> search{NEWS_SEARCH_PROGRAM, "--index", index};
  std::vector<std::vector<std::string>> all;
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"quay"},
           {"--duplicates", "show", "--limit", "100", "--format", "jsonl", "\"quay of\" ships"},
           {"--count", "sky"},
           {"--facet", "outlet", "--facet", "language", "quay"},
           {"--timeline", "month", "quay"},
           {"--sort", "date", "repaired"},
           {"--like", "f3n1"},
           {"--show", "f4n0"},
           {"qauy~ ship* title:report since:2001"}}) {
    all.push_back(search);
    all.back().insert(all.back().end(), words.begin(), words.end());
  }
  all.push_back({NEWS_INDEX_PROGRAM, "--index", index, "--stats"});
  return all;
}

std::string show(const std::vector<std::string>& command) {
  std::string text;
  for (const std::string& word : command) text += word + " ";
  return text;
}

/// Whether a program ended as programs do.
bool ends_well(const Outcome& outcome) {
  return outcome.exit_code >= 0 && outcome.exit_code <= worst_exit_code;
}

}  // namespace

TEST_CASE("faults: corruption: no damage makes a program crash or is kept from --check") {
  const Scene scene(busy_update());
  Vandal vandal(static_cast<unsigned>(rounds_or("seed", 41)));
  int silent = 0;
  const long rounds = rounds_or("corruptions", 60);
  // What is right, to compare with.
  scene.begin_again();
  std::vector<std::string> right;
  for (const auto& question : questions(scene.index_folder())) {
    right.push_back(run_bounded(question).out);
  }
  for (long round = 0; round < rounds; ++round) {
    scene.begin_again();
    const std::vector<fs::path> files = files_of(scene.index_folder());
    const fs::path& file = files[vandal.below(files.size())];
    const std::string before = content_of(file);
    const std::string what = vandal.damage(file);
    const bool changed = content_of(file) != before;
    CAPTURE(round);
    CAPTURE(what);
    const auto all = questions(scene.index_folder());
    for (int i = 0; i < 3; ++i) {
      const std::size_t chosen = vandal.below(all.size());
      const Outcome answer = run_bounded(all[chosen]);
      CHECK_MESSAGE(ends_well(answer), show(all[chosen]), answer.exit_code, answer.err);
      const bool stats = chosen + 1 == all.size();
      if (answer.exit_code < worst_exit_code && !stats && answer.out != right[chosen]) ++silent;
    }
    const std::vector<std::string> index{NEWS_INDEX_PROGRAM, "--index", scene.index_folder()};
    const auto with = [&index](const char* option) {
      std::vector<std::string> command = index;
      command.emplace_back(option);
      return command;
    };
    const Outcome check = run_bounded(with("--check"));
    CHECK_MESSAGE(check.exit_code == (changed ? 2 : 0), check.exit_code, check.out, check.err);
    if (vandal.below(2) == 0) {
      const Outcome run_over_it = run_bounded(scene.command());
      CHECK_MESSAGE(ends_well(run_over_it), run_over_it.exit_code, run_over_it.err);
    }
    const Outcome repair = run_bounded(with("--repair"));
    CHECK_MESSAGE(repair.exit_code == 0, repair.exit_code, repair.out, repair.err);
    CHECK(run_bounded(with("--check")).exit_code == 0);
    const Outcome again = run_bounded(scene.command());
    CHECK_MESSAGE(again.exit_code == 0, again.err);
    for (const auto& entry : fs::directory_iterator(scene.index_folder())) {
      if (entry.path().extension() == ".damaged") fs::remove_all(entry.path());
    }
    CHECK_MESSAGE(scene.trouble_after_completion() == "", repair.out);
  }
  MESSAGE(silent, " of ", 3 * rounds,
          " answers were other than of the whole index, without an error");
}
