// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/throughput/scale.hpp"

#include "bench/support/work_folder.hpp"
#include "bench/throughput/contestants.hpp"
#include "bench/throughput/news_programs.hpp"
#include "bench/throughput/progress.hpp"
#include "news/cli/figures.hpp"

#include <algorithm>
#include <functional>

#include <fmt/format.h>
#include <unistd.h>

namespace news::bench {

namespace fs = std::filesystem;

namespace {

constexpr unsigned copies = 10;
constexpr std::size_t new_stories = 200;
/// The large runs are long, and their figures vary little.
constexpr std::size_t most_large_runs = 3;

/// Runs on ten copies of a corpus.
class TenCopies {
 public:
  TenCopies(const Corpus& corpus, const fs::path& work)
      : folder_(work / "scale"), articles_(copies * corpus.text.documents) {
    make_empty(folder_);
    say(fmt::format("writing {} copies of {}", copies, corpus.name));
    write_reuters_copies(corpus.folder, copies, folder_ / "copies");
    write_new_stories(corpus.folder, new_stories, copies, folder_ / "new.sgm");
    warm_up(folder_ / "copies");
  }
  ~TenCopies() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  TenCopies(const TenCopies&) = delete;
  TenCopies& operator=(const TenCopies&) = delete;

  std::uint64_t articles() const { return articles_; }

  /// Builds the index of all copies from nothing.
  Measured build(const std::string& memory) const {
    fs::remove_all(index());
    ::sync();
    const Measured measured = measure_news_index_all_new(
        {.index = index(), .source = folder_ / "copies", .memory = memory}, articles_);
    say(fmt::format("ten copies{}: {:.2f} s", memory.empty() ? "" : ", memory " + memory,
                    measured.seconds));
    return measured;
  }

  /// Adds a few new articles to a fresh copy of what `build` made.
  Measured add_to_large_index() const {
    fs::remove_all(updated());
    fs::copy(index(), updated(), fs::copy_options::recursive);
    return add();
  }

  /// Indexes the same few articles from nothing.
  Measured add_to_nothing() const {
    fs::remove_all(updated());
    return add();
  }

 private:
  fs::path index() const { return folder_ / "index"; }
  fs::path updated() const { return folder_ / "updated"; }

  Measured add() const {
    ::sync();
    return measure_news_index_all_new({.index = updated(), .source = folder_ / "new.sgm"},
                                      new_stories);
  }

  fs::path folder_;
  std::uint64_t articles_;
};

double median_seconds(std::size_t repeat, const std::function<Measured()>& run) {
  std::vector<double> seconds;
  for (std::size_t i = 0; i < repeat; ++i) seconds.push_back(run().seconds);
  return spread_of(seconds).median;
}

Comparison memory_under_limit(const TenCopies& ten) {
  constexpr double budget_bytes = 64 * 1024 * 1024;
  return {.what = fmt::format("peak memory, {} articles with a budget of 64 MiB",
                              with_commas(ten.articles())),
          .value = static_cast<double>(ten.build("64M").peak_memory_bytes) / 1e6,
          .base_name = "the budget",
          .base = budget_bytes / 1e6,
          .unit = "MB"};
}

Comparison rate_of_ten(const TenCopies& ten, const CorpusFigures& once, std::size_t repeat) {
  const double seconds =
      median_seconds(std::min(repeat, most_large_runs), [&ten] { return ten.build(""); });
  const ContestantFigures* reference = find_contestant(once, reference_contestant);
  return {.what = fmt::format("rate, {} articles", with_commas(ten.articles())),
          .value = ratio_of(copies * static_cast<double>(once.corpus.text.bytes) / 1e6, seconds),
          .base_name = fmt::format("{} articles", with_commas(once.corpus.text.documents)),
          .base = reference == nullptr ? 0 : megabytes_per_second(once.corpus, *reference),
          .unit = "MB/s"};
}

Comparison few_new_articles(const TenCopies& ten, std::size_t repeat) {
  return {.what = fmt::format("adding {} articles to {}", new_stories, with_commas(ten.articles())),
          .value = median_seconds(repeat, [&ten] { return ten.add_to_large_index(); }),
          .base_name = "to an empty index",
          .base = median_seconds(repeat, [&ten] { return ten.add_to_nothing(); }),
          .unit = "s"};
}

}  // namespace

std::vector<Comparison> measure_scale(const CorpusFigures& once, std::size_t repeat,
                                      const fs::path& work) {
  const TenCopies ten(once.corpus, work);
  std::vector<Comparison> found;
  found.push_back(memory_under_limit(ten));
  found.push_back(rate_of_ten(ten, once, repeat));
  found.push_back(few_new_articles(ten, repeat));
  return found;
}

std::vector<Comparison> compare_threads(const CorpusFigures& figures) {
  const ContestantFigures* two = find_contestant(figures, reference_contestant);
  const ContestantFigures* one = find_contestant(figures, single_thread_contestant);
  if (one == nullptr || two == nullptr) return {};
  return {{.what = fmt::format("wall time with two threads, {}", figures.corpus.name),
           .value = two->seconds.median,
           .base_name = "one thread",
           .base = one->seconds.median,
           .unit = "s"}};
}

}  // namespace news::bench
