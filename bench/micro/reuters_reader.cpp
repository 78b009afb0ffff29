// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/micro/prose.hpp"
#include "indexer/reader/registry.hpp"

#include <benchmark/benchmark.h>

namespace {

using namespace news::bench;

void parse_reuters_story(benchmark::State& state) {
  const news::Reader* reader = news::find_reader("reuters");
  const news::RawRecord record{.number = 1, .bytes = std::string(reuters_story()), .defect = {}};
  for (auto _ : state) benchmark::DoNotOptimize(reader->parse(record).size());
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(record.bytes.size()));
}

BENCHMARK(parse_reuters_story);

}  // namespace
