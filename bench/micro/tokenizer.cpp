// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/tokenizer.hpp"

#include "bench/micro/prose.hpp"

#include <benchmark/benchmark.h>

namespace {

using namespace news::bench;

void tokenize(benchmark::State& state, std::string_view prose) {
  const std::string text = much_of(prose);
  news::Tokenizer tokenizer;
  for (auto _ : state) benchmark::DoNotOptimize(tokenizer.tokenize(text).size());
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

BENCHMARK_CAPTURE(tokenize, english, english_prose());
BENCHMARK_CAPTURE(tokenize, russian, russian_prose());
BENCHMARK_CAPTURE(tokenize, chinese, chinese_prose());

}  // namespace
