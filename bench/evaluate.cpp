// SPDX-License-Identifier: GPL-3.0-or-later
// usage: evaluate QRELS RUN...
// Prints the scores of TREC runs, one line each.
#include "bench/evaluation.hpp"
#include "news/base/error.hpp"
#include "news/base/file.hpp"

#include <cstdio>
#include <exception>

#include <fmt/format.h>

namespace {

std::string content_of(const char* path) {
  const auto content = news::read_file(path);
  if (!content) throw news::InputError(path, "No such file");
  return *content;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: evaluate QRELS RUN...\n");
    return 2;
  }
  try {
    const auto judgements = news::bench::read_judgements(content_of(argv[1]), argv[1]);
    for (int i = 2; i < argc; ++i) {
      const auto scores =
          news::bench::evaluate(judgements, news::bench::read_run(content_of(argv[i]), argv[i]));
      fmt::print(
          "{:<32} {:>4} topics  nDCG@10 {:.4f}  MAP {:.4f}  P@10 {:.4f}  R@100 {:.4f}  "
          "MRR {:.4f}\n",
          argv[i], scores.topics, scores.ndcg_at_10, scores.map, scores.precision_at_10,
          scores.recall_at_100, scores.mrr);
    }
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "evaluate: {}\n", error.what());
    return 2;
  }
}
