// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/throughput/race.hpp"

#include "bench/support/work_folder.hpp"
#include "bench/throughput/contestants.hpp"
#include "bench/throughput/progress.hpp"
#include "news/base/error.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <unistd.h>

namespace news::bench {

namespace fs = std::filesystem;

namespace {

/// A contestant and what its runs took so far.
struct Runner {
  Contestant contestant;
  std::vector<double> seconds = {};
  std::vector<double> cpu_seconds = {};
  ContestantFigures figures = {};
  std::string failure = {};
};

bool takes(const Contestant& contestant, const std::string& corpus) {
  const auto& corpora = contestant.corpora;
  return std::find(corpora.begin(), corpora.end(), corpus) != corpora.end();
}

void run_once(Runner& runner, const Corpus& corpus, const fs::path& work) {
  const Contestant& contestant = runner.contestant;
  const fs::path folder = folder_of(work, corpus.name, contestant.name);
  make_empty(folder);
  ::sync();  // so that nobody waits for what the one before wrote
  const Measured measured = contestant.build(corpus, folder);
  runner.seconds.push_back(measured.seconds);
  runner.cpu_seconds.push_back(measured.cpu_seconds);
  runner.figures.peak_memory_bytes =
      std::max(runner.figures.peak_memory_bytes, measured.peak_memory_bytes);
  runner.figures.index_bytes = bytes_under(folder / contestant.index);
  say(fmt::format("{}: {} {:.2f} s", corpus.name, contestant.name, measured.seconds));
}

void run_or_give_up(Runner& runner, const Corpus& corpus, const fs::path& work) {
  if (!runner.failure.empty()) return;
  try {
    run_once(runner, corpus, work);
  } catch (const Interrupted&) {
    throw;
  } catch (const Error& error) {
    if (runner.contestant.part == "news-index") throw;
    say(fmt::format("{}\n{}", error.what(), error.remedy()));
    runner.failure = error.what();
  }
}

}  // namespace

fs::path folder_of(const fs::path& work, const std::string& corpus, const std::string& contestant) {
  return work / corpus / contestant;
}

CorpusFigures race(const Corpus& corpus, const ThroughputOptions& options, const fs::path& work) {
  CorpusFigures figures{.corpus = corpus, .contestants = {}, .skipped = {}};
  std::vector<Runner> runners;
  for (Contestant& contestant : contestants()) {
    if (!options.wants(contestant.part) || !takes(contestant, corpus.name)) continue;
    if (contestant.missing.empty()) {
      runners.push_back({.contestant = std::move(contestant)});
    } else {
      figures.skipped.push_back({contestant.name, contestant.missing});
    }
  }
  for (std::size_t turn = 0; turn < options.repeat; ++turn) {
    for (Runner& runner : runners) run_or_give_up(runner, corpus, work);
  }
  for (Runner& runner : runners) {
    if (!runner.failure.empty()) {
      figures.skipped.push_back({runner.contestant.name, runner.failure});
      continue;
    }
    runner.figures.name = runner.contestant.name;
    runner.figures.seconds = spread_of(runner.seconds);
    runner.figures.cpu_seconds = spread_of(runner.cpu_seconds).median;
    figures.contestants.push_back(runner.figures);
  }
  return figures;
}

}  // namespace news::bench
