// SPDX-License-Identifier: GPL-3.0-or-later
// How building and searching grow with the number of articles.
#include "bench/scale/measurement.hpp"
#include "bench/scale/report.hpp"
#include "bench/support/arguments.hpp"
#include "bench/support/process.hpp"
#include "bench/support/work_folder.hpp"
#include "bench/throughput/corpora.hpp"
#include "bench/throughput/machine.hpp"
#include "bench/throughput/rows.hpp"
#include "news/base/error.hpp"
#include "news/cli/exit_code.hpp"
#include "news/cli/values.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace news::bench {

namespace {

constexpr const char* help =
    "Usage: bench/scale/run [OPTION]...\n"
    "Measures building, searching and updating over generated articles.\n\n"
    "  --sizes N,N,...  how many articles (default: 20000,200000,2000000, which needs 25 GB\n"
    "                   in the temporary folder, see TMPDIR)\n"
    "  --queries N      how many queries (default: 1000)\n"
    "  --fit DIR        no measurement: how the vocabulary of reuters21578/ and c50/ under DIR\n"
    "                   grows, beside that of generated articles\n"
    "  --keep           leave the temporary folder behind\n";

struct Options {
  ScaleRun run{.sizes = {20'000, 200'000, 2'000'000}, .generator = {}};
  std::filesystem::path fit;
  bool keep = false;
  bool help = false;
};

constexpr std::uint64_t most_articles = 100'000'000;

std::vector<std::uint64_t> parse_sizes(const std::string& list) {
  std::vector<std::uint64_t> sizes;
  std::istringstream in(list);
  for (std::string size; std::getline(in, size, ',');) {
    sizes.push_back(parse_count("--sizes", size, 1, most_articles));
  }
  if (sizes.empty() || !std::is_sorted(sizes.begin(), sizes.end())) {
    throw UsageError("--sizes", "takes numbers, the smallest first");
  }
  return sizes;
}

Options parse(Arguments arguments) {
  Options options;
  while (const auto name = arguments.next()) {
    if (*name == "--sizes") {
      options.run.sizes = parse_sizes(arguments.value());
    } else if (*name == "--queries") {
      options.run.queries = parse_count("--queries", arguments.value(), 1, 1'000'000);
    } else if (*name == "--fit") {
      options.fit = arguments.value();
    } else if (*name == "--keep") {
      options.keep = true;
    } else if (*name == "--help") {
      options.help = true;
    } else {
      throw UsageError(*name, "there is no such option", "See bench/scale/run --help.");
    }
  }
  return options;
}

VocabularyGrowth growth_of_rows(const std::filesystem::path& rows) {
  VocabularyGrowth growth;
  RowReader reader(rows);
  for (Row row; reader.read(row);) growth.add(row.body);
  return growth;
}

void fit(const Options& options, const std::filesystem::path& work) {
  std::vector<CollectionGrowth> collections;
  for (const Corpus& corpus : prepare_corpora(options.fit, work)) {
    collections.push_back({corpus.name, growth_of_rows(corpus.rows)});
  }
  CollectionGrowth generated{.name = "generated", .growth = {}};
  ArticleGenerator generator(options.run.generator);
  for (std::uint64_t i = 0; i < options.run.sizes.front(); ++i) {
    generated.growth.add(generator.next().body);
  }
  collections.push_back(std::move(generated));
  fmt::print("{}", growth_text(collections));
}

void run(const Options& options) {
  if (options.help) {
    fmt::print("{}", help);
    return;
  }
  listen_to_signals();
  const WorkFolder work(options.keep);
  if (!options.fit.empty()) {
    fit(options, work.path());
    return;
  }
  const Machine machine = describe_machine(work.path());
  fmt::print("{}, {} cores, {:.1f} GB, {}, Xapian {}\n{}, load at the start {:.1f}\n\n",
             machine.processor, machine.cores, static_cast<double>(machine.memory_bytes) / 1e9,
             machine.compiler, machine.xapian, machine.date, machine.load);
  fmt::print("{}", sizes_text(measure_sizes(options.run, work.path())));
}

}  // namespace

}  // namespace news::bench

int main(int argc, char** argv) {
  try {
    news::bench::run(news::bench::parse({argc, argv}));
    return 0;
  } catch (...) {
    const news::Failure failure = news::describe_current_exception("bench/scale/run");
    std::fputs(failure.message.c_str(), stderr);
    return news::to_int(failure.code);
  }
}
