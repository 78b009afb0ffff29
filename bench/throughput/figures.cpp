// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/throughput/figures.hpp"

#include <algorithm>

namespace news::bench {

const ContestantFigures* find_contestant(const CorpusFigures& figures, const std::string& name) {
  const auto found = std::find_if(figures.contestants.begin(), figures.contestants.end(),
                                  [&name](const auto& entry) { return entry.name == name; });
  return found == figures.contestants.end() ? nullptr : &*found;
}

double megabytes_per_second(const Corpus& corpus, const ContestantFigures& figures) {
  return ratio_of(static_cast<double>(corpus.text.bytes) / 1e6, figures.seconds.median);
}

double documents_per_second(const Corpus& corpus, const ContestantFigures& figures) {
  return ratio_of(static_cast<double>(corpus.text.documents), figures.seconds.median);
}

}  // namespace news::bench
