// SPDX-License-Identifier: GPL-3.0-or-later
// How well news-search ranks judged collections, beside Xapian's and SQLite's own ranking.
// bench/relevance runs this.
#include "bench/ranking/collection.hpp"
#include "bench/ranking/contestant.hpp"
#include "bench/ranking/report.hpp"
#include "bench/support/arguments.hpp"
#include "bench/support/work_folder.hpp"
#include "news/base/error.hpp"
#include "news/cli/exit_code.hpp"

#include <cstdio>
#include <fstream>

#include <fmt/format.h>

namespace {

using namespace news::bench;
namespace fs = std::filesystem;

constexpr std::string_view usage =
    "usage: bench/relevance --data DIR [OPTION]...\n"
    "  --data DIR   every folder in it with docs.jsonl, topics.tsv and qrels.txt is a collection\n"
    "  --rank NAME  another ranking profile to measure, built in or a file; repeatable\n"
    "  --half HALF  only every other topic: odd or even, by their places in topics.tsv\n"
    "  --topics     the topics that are won and lost against Xapian\n"
    "  --keep       leave the indexes and the runs where they are\n"
    "  --build DIR  the build whose programs are measured (default: build/release)\n";

struct Options {
  std::string data;
  std::vector<std::string> profiles = {"default", "bm25"};
  TopicHalf half = TopicHalf::all;
  bool topics = false;
  bool keep = false;
  bool help = false;
};

TopicHalf half_of(const std::string& text) {
  if (text == "odd") return TopicHalf::odd;
  if (text == "even") return TopicHalf::even;
  throw news::UsageError("--half", fmt::format("takes odd or even, not '{}'", text));
}

Options parse(Arguments arguments) {
  Options options;
  while (const auto name = arguments.next()) {
    if (name == "--data") {
      options.data = arguments.value();
    } else if (name == "--rank") {
      options.profiles.push_back(arguments.value());
    } else if (name == "--half") {
      options.half = half_of(arguments.value());
    } else if (name == "--topics") {
      options.topics = true;
    } else if (name == "--keep") {
      options.keep = true;
    } else if (name == "--help" || name == "-h") {
      options.help = true;
    } else {
      throw news::UsageError(*name, "is unknown");
    }
  }
  if (options.data.empty() && !options.help) throw news::UsageError("--data", "is missing");
  return options;
}

std::vector<RankingContestant> contestants_for(const Options& options) {
  std::vector<RankingContestant> contestants;
  for (const std::string& profile : options.profiles) {
    contestants.push_back(news_contestant(profile));
  }
  RankingContestant fts5 = fts5_contestant();
  if (fts5.run) {
    contestants.push_back(std::move(fts5));
  } else {
    fmt::print(stderr, "{} is left out: built without libsqlite3-dev\n", fts5.name);
  }
  contestants.push_back(xapian_contestant());
  return contestants;
}

CollectionRuns measure(const Collection& collection, const std::vector<RankingContestant>& all,
                       const fs::path& work) {
  CollectionRuns runs{collection.name, collection.judgements, {}};
  for (const RankingContestant& contestant : all) {
    const fs::path folder = work / collection.name / contestant.name;
    fs::create_directories(folder);
    RankedRun ranked{contestant.name, contestant.run(collection, folder), {}};
    ranked.scores = evaluate(collection.judgements, ranked.run);
    std::ofstream(folder / "run") << trec_text(ranked);
    runs.runs.push_back(std::move(ranked));
  }
  return runs;
}

void run(const Options& options) {
  const std::vector<fs::path> folders = find_collections(options.data);
  if (folders.empty()) throw news::InputError(options.data, "holds no collection");
  const std::vector<RankingContestant> contestants = contestants_for(options);
  const std::size_t reference = contestants.size() - 1;
  const WorkFolder work(options.keep);
  std::vector<CollectionRuns> collections;
  for (const fs::path& folder : folders) {
    const Collection collection = read_collection(folder, options.half);
    if (collection.judgements.empty()) {
      fmt::print(stderr, "{} is left out: no topic of it is judged\n", folder.string());
      continue;
    }
    collections.push_back(measure(collection, contestants, work.path()));
    fmt::print("{}\n", score_table(collections.back(), reference));
    if (options.topics) fmt::print("{}\n", topic_table(collections.back(), reference));
    std::fflush(stdout);
  }
  fmt::print("{}", mean_table(collections, reference));
  if (options.keep) fmt::print(stderr, "The runs are in {}\n", work.path().string());
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const Options options = parse({argc, argv});
    if (options.help) {
      fmt::print("{}", usage);
    } else {
      run(options);
    }
    return 0;
  } catch (...) {
    const news::Failure failure = news::describe_current_exception("bench/relevance");
    std::fputs(failure.message.c_str(), stderr);
    return news::to_int(failure.code);
  }
}
