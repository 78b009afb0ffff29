// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/analyzer.hpp"

#include "bench/micro/prose.hpp"

#include <benchmark/benchmark.h>

namespace {

using namespace news::bench;

/// Tokenizing and stemming, with the stems remembered: what indexing does.
void analyze(benchmark::State& state, std::string_view prose, std::string_view language) {
  const std::string text = much_of(prose);
  const news::Language parsed = news::Language::parse(language).value();
  news::Analyzer analyzer;
  for (auto _ : state) benchmark::DoNotOptimize(analyzer.analyze(text, parsed).size());
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

BENCHMARK_CAPTURE(analyze, english, english_prose(), "en");
BENCHMARK_CAPTURE(analyze, russian, russian_prose(), "ru");
BENCHMARK_CAPTURE(analyze, chinese, chinese_prose(), "zh");

}  // namespace
