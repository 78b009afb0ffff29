// SPDX-License-Identifier: GPL-3.0-or-later
// An index that lives: a writer adds 100 articles every two seconds, changes and prunes some, and
// four readers ask without pause. Prints figures, and fails if a reader met an error, or an article
// was lost or there twice.
#include "tests/support/news_folder.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <mutex>
#include <random>
#include <set>
#include <sstream>
#include <thread>

#include <fmt/format.h>

using namespace news::test;

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using Rng = std::mt19937;

constexpr int articles_a_file = 100;
constexpr std::chrono::seconds pace{2};
constexpr int readers = 4;

/// Every third file stays as it is; others are changed or removed later.
bool stays(int file) { return file % 3 == 0; }

std::string file_name(int file) { return fmt::format("wire-{:06}.jsonl", file); }
std::string id_of(int file, int number) { return fmt::format("s{}x{}", file, number); }

/// Words as frequent as those of a language: the rank has a distribution like Zipf's.
std::string prose(Rng& random, int words) {
  std::uniform_real_distribution<double> even(0.0, 1.0);
  constexpr double spread = 10.0;
  std::string text;
  for (int i = 0; i < words; ++i) {
    text += fmt::format("w{} ", static_cast<int>(std::exp(spread * even(random))));
  }
  return text;
}

std::string content_of_file(int file, int version) {
  Rng random(static_cast<unsigned>(file * 1000 + version));
  std::string lines;
  for (int i = 0; i < articles_a_file; ++i) {
    const std::string body =
        fmt::format("Of the harbour {} at version{} . {}", stays(file) ? "keepsake" : "passing",
                    version, prose(random, 200));
    lines += article_line(id_of(file, i), fmt::format("Report {} of {}", i, file), body);
  }
  return lines;
}

struct Sizes {
  std::uint64_t bytes = 0;
  std::size_t segments = 0;
};

/// What lies in the index, unfinished segments included. Files come and go meanwhile.
Sizes sizes_of(const std::string& index) {
  Sizes sizes;
  std::error_code gone;
  for (const auto& entry : fs::directory_iterator(index, gone)) {
    if (entry.is_directory(gone)) ++sizes.segments;
  }
  for (fs::recursive_directory_iterator at(index, gone), end; !gone && at != end;
       at.increment(gone)) {
    std::error_code vanished;
    const std::uint64_t bytes = at->is_regular_file(vanished) ? at->file_size(vanished) : 0;
    if (!vanished) sizes.bytes += bytes;
  }
  return sizes;
}

/// What went wrong, and how much was done.
class Log {
 public:
  void complain(const std::string& what) {
    const std::lock_guard lock(mutex_);
    if (complaints_.size() < 20) complaints_.push_back(what);
    ++count_;
  }
  int count() const { return count_; }
  const std::vector<std::string>& complaints() const { return complaints_; }

  std::atomic<long> questions{0};

 private:
  std::mutex mutex_;
  std::vector<std::string> complaints_;
  int count_ = 0;
};

class Soak {
 public:
  explicit Soak(Clock::duration duration) : end_(Clock::now() + duration) {}

  int run() {
    write_round();  // so that there is an index
    std::vector<std::thread> threads;
    for (int i = 0; i < readers; ++i) threads.emplace_back([this, i] { read(i); });
    threads.emplace_back([this] { watch(); });
    while (Clock::now() < end_) {
      const auto next = Clock::now() + pace;
      write_round();
      std::this_thread::sleep_until(next);
    }
    stop_ = true;
    for (std::thread& thread : threads) thread.join();
    judge();
    return log_.count() == 0 ? 0 : 1;
  }

 private:
  void write_round() {
    const int file = files_++;
    put(file, 0);
    if (file % 3 == 2) put(file - 1, file);  // a change of a young file
    if (file % 7 == 6 && file > 40 && !stays(file - 40)) put(file - 40, file);  // and of an old one
    if (file % 2 == 0 && file > 30 && !stays(file - 30)) {
      fs::remove(news_.news() + "/" + file_name(file - 30));
      present_.erase(file - 30);
    }
    if (stays(file)) kept_after_ += articles_a_file;
    const auto start = Clock::now();
    const Outcome outcome = news_.index({"--prune", "--quiet"});
    run_seconds_.push_back(std::chrono::duration<double>(Clock::now() - start).count());
    if (outcome.exit_code != 0) log_.complain("writer: " + outcome.err);
    if (stays(file)) kept_before_ += articles_a_file;
    const Sizes sizes = sizes_of(news_.index_folder());
    most_segments_ = std::max(most_segments_, sizes.segments);
    if (files_ % 30 == 0) compare_with_compacted(sizes.bytes);
  }

  void put(int file, int version) {
    // As a careful feeder does it, so that no run sees half a file.
    const std::string path = news_.outside().write("fresh", content_of_file(file, version));
    fs::create_directories(news_.news());
    fs::rename(path, news_.news() + "/" + file_name(file));
    present_.insert(file);
  }

  void compare_with_compacted(std::uint64_t bytes) {
    const std::string copy = news_.outside() / "copy.idx";
    fs::remove_all(copy);
    fs::copy(news_.index_folder(), copy, fs::copy_options::recursive);
    news_index({"-i", copy, "--compact"});
    const auto compacted = static_cast<double>(sizes_of(copy).bytes);
    fs::remove_all(copy);
    at_rest_ = std::max(at_rest_, static_cast<double>(bytes) / compacted);
    at_peak_ = std::max(at_peak_, static_cast<double>(peak_.exchange(0)) / compacted);
    fmt::print(
        "{} files written: {:.1f} MB in {} segments, {:.1f} MB compacted; peak ratio {:.2f}\n",
        files_, static_cast<double>(bytes) / 1e6, sizes_of(news_.index_folder()).segments,
        compacted / 1e6, at_peak_);
    std::fflush(stdout);
  }

  void watch() {
    while (!stop_) {
      const std::uint64_t bytes = sizes_of(news_.index_folder()).bytes;
      if (bytes > peak_) peak_ = bytes;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  }

  void read(int number) {
    Rng random(static_cast<unsigned>(number));
    std::string queries;
    for (int i = 0; i < 300; ++i) queries += fmt::format("w{} harbour\n", random() % 2000);
    const std::string file = news_.outside().write(fmt::format("queries-{}", number), queries);
    while (!stop_) {
      switch (random() % 10) {
        case 0:
          count_kept();
          break;
        case 1:
          show_kept(random);
          break;
        case 2:
          ask({"--facet", "language", "--timeline", "year", "harbour"});
          break;
        case 3:
          ask({"--like", kept_id(random)});
          break;
        case 4:
          ask({"--queries", file, "--format", "jsonl"});
          break;
        case 5:
          ask({fmt::format("w{} w{}~", random() % 3000, random() % 3000)});
          break;
        case 6:
          ask({"--count", fmt::format("w{}", random() % 3000)});
          break;
        case 7:
          complain_of(news_index({"-i", news_.index_folder(), "--stats"}), "--stats");
          break;
        case 8:
          ask({"--values", "language"});
          break;
        default:
          if (random() % 10 == 0) {
            complain_of(news_index({"-i", news_.index_folder(), "--check"}), "--check");
          }
      }
    }
  }

  Outcome ask(std::vector<std::string> arguments) {
    const std::string what = arguments.front();
    Outcome outcome = news_.search(std::move(arguments));
    complain_of(outcome, what);
    return outcome;
  }

  void complain_of(const Outcome& outcome, const std::string& what) {
    ++log_.questions;
    if (outcome.exit_code > 1) {
      log_.complain(fmt::format("{}: exit code {}: {}{}", what, outcome.exit_code, outcome.err,
                                what == "--check" ? outcome.out : ""));
    }
  }

  /// No article that stays is missing or counted twice, whatever the writer does meanwhile.
  void count_kept() {
    const int least = kept_before_;
    const Outcome outcome = ask({"--count", "--duplicates", "show", "keepsake"});
    const int most = kept_after_;
    const int count = outcome.exit_code <= 1 ? std::stoi(outcome.out) : least;
    if (count < least || count > most) {
      log_.complain(fmt::format("{} articles, not {} to {}", count, least, most));
    }
  }

  std::string kept_id(Rng& random) const {
    const int files = std::max(1, kept_before_ / articles_a_file);
    return id_of(static_cast<int>(random() % static_cast<unsigned>(files)) * 3,
                 static_cast<int>(random() % articles_a_file));
  }

  void show_kept(Rng& random) {
    const std::string id = kept_id(random);
    const Outcome outcome = ask({"--show", id, "--format", "jsonl"});
    const auto found = std::count(outcome.out.begin(), outcome.out.end(), '\n');
    if (outcome.exit_code <= 1 && found != 1) {
      log_.complain(fmt::format("--show {} finds {}: {}", id, found, outcome.err));
    }
  }

  /// Compares the index with what it must have, and prints the figures.
  void judge() {
    compare_with_compacted(sizes_of(news_.index_folder()).bytes);
    std::set<std::string> wanted;
    for (const int file : present_) {
      for (int i = 0; i < articles_a_file; ++i) wanted.insert(id_of(file, i));
    }
    std::set<std::string> found;
    std::istringstream lines(
        news_.search({"--format", "jsonl", "--duplicates", "show", "--limit", "1000000", "harbour"})
            .out);
    for (std::string line; std::getline(lines, line);) {
      const std::string id = nlohmann::json::parse(line)["id"];
      if (!found.insert(id).second) log_.complain(id + " is there twice at the end");
    }
    if (found != wanted) {
      log_.complain(fmt::format("{} articles at the end, not {}", found.size(), wanted.size()));
    }
    complain_of(news_index({"-i", news_.index_folder(), "--check"}), "--check");
    std::sort(run_seconds_.begin(), run_seconds_.end());
    fmt::print(
        "{} runs of the writer, median {:.2f} s, longest {:.2f} s; {} questions of {} readers\n"
        "{} articles in the end; at most {} segments\n"
        "disk against the compacted index: at most {:.2f} between runs, {:.2f} at any time\n"
        "{} complaints\n",
        run_seconds_.size(), run_seconds_[run_seconds_.size() / 2], run_seconds_.back(),
        log_.questions.load(), readers, wanted.size(), most_segments_, at_rest_, at_peak_,
        log_.count());
    for (const std::string& complaint : log_.complaints()) fmt::print("  {}\n", complaint);
  }

  NewsFolder news_;
  Clock::time_point end_;
  Log log_;
  std::atomic<bool> stop_{false};
  std::atomic<int> kept_before_{0};  ///< articles that stay and were published before now
  std::atomic<int> kept_after_{0};   ///< the same with those that may be
  std::atomic<std::uint64_t> peak_{0};
  int files_ = 0;
  std::set<int> present_;
  std::vector<double> run_seconds_;
  std::size_t most_segments_ = 0;
  double at_rest_ = 0;
  double at_peak_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  const double minutes = argc > 1 ? std::atof(argv[1]) : 0;
  if (minutes <= 0) {
    fmt::print(stderr, "Usage: soak MINUTES\n");
    return 2;
  }
  const auto duration = std::chrono::duration<double, std::ratio<60>>(minutes);
  return Soak(std::chrono::duration_cast<Clock::duration>(duration)).run();
}
