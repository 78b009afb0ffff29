// SPDX-License-Identifier: GPL-3.0-or-later
// How fast news is indexed and searched, beside other programs. bench/run builds and runs this.
#include "bench/support/process.hpp"
#include "bench/support/work_folder.hpp"
#include "bench/throughput/corpora.hpp"
#include "bench/throughput/latency.hpp"
#include "bench/throughput/machine.hpp"
#include "bench/throughput/options.hpp"
#include "bench/throughput/progress.hpp"
#include "bench/throughput/queries.hpp"
#include "bench/throughput/race.hpp"
#include "bench/throughput/report.hpp"
#include "bench/throughput/scale.hpp"
#include "news/base/file.hpp"
#include "news/cli/exit_code.hpp"

#include <algorithm>
#include <cstdio>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace {

using namespace news::bench;

/// A query is over soon: fewer times would say little.
constexpr std::size_t least_query_repeats = 5;

void show(const std::string& section) {
  fmt::print("{}", section);
  std::fflush(stdout);
}

void measure_reuters(const CorpusFigures& raced, const ThroughputOptions& options,
                     const std::filesystem::path& work, Figures& figures) {
  if (options.wants("scale") && !options.quick) {
    auto found = measure_scale(raced, options.repeat, work);
    figures.comparisons.insert(figures.comparisons.end(), found.begin(), found.end());
  }
  if (options.wants("queries")) {
    figures.queries =
        measure_queries(raced.corpus, std::max(options.repeat, least_query_repeats), work);
  }
  if (options.wants("latency")) {
    const LatencyRun full{.repeat = options.repeat};
    const LatencyRun quick{.copies = 1, .queries = 200, .repeat = 1};
    Latency found = measure_latency(raced.corpus, options.quick ? quick : full, work);
    figures.latency = std::move(found.rows);
    for (Comparison& row : found.comparisons) figures.comparisons.push_back(std::move(row));
  }
}

void run(const ThroughputOptions& options) {
  const WorkFolder work(options.keep);
  Figures figures;
  figures.machine = describe_machine(work.path());
  figures.repeat = options.repeat;
  show(machine_text(figures.machine, options.repeat));
  for (const Corpus& corpus : prepare_corpora(options.data, work.path())) {
    const CorpusFigures raced = race(corpus, options, work.path());
    show(corpus_text(raced));
    for (Comparison& row : compare_threads(raced)) figures.comparisons.push_back(std::move(row));
    figures.corpora.push_back(raced);
    if (corpus.name == "reuters21578") measure_reuters(raced, options, work.path(), figures);
  }
  show(comparisons_text(figures.comparisons));
  show(queries_text(figures.queries));
  show(latency_text(figures.latency));
  const std::filesystem::path json = std::filesystem::absolute(options.json);
  std::filesystem::create_directories(json.parent_path());
  news::replace_file(json, figures_json(figures).dump(2) + "\n");
  say("The figures are in " + json.string());
  if (options.keep) say("The indexes and logs are in " + work.path().string());
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const auto options = parse_throughput_options({argv + 1, argv + argc}, NEWS_BENCH_JSON);
    if (options.action == ThroughputOptions::Action::help) {
      show(throughput_help());
      return 0;
    }
    listen_to_signals();
    run(options);
    return 0;
  } catch (...) {
    const news::Failure failure = news::describe_current_exception("bench/run");
    std::fputs(failure.message.c_str(), stderr);
    return news::to_int(failure.code);
  }
}
