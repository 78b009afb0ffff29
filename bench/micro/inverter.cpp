// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/micro/prose.hpp"
#include "indexer/build/composer.hpp"
#include "indexer/build/inversion/inverted_batch.hpp"

#include <string>

#include <benchmark/benchmark.h>

namespace {

using namespace news;

constexpr int articles = 500;

/// Articles that share most of their words, and have some of their own.
void fill(DocumentBatch& batch, Composer& composer) {
  batch.clear();
  composer.start(batch);
  for (int i = 0; i < articles; ++i) {
    Article article;
    article.id = std::to_string(i);
    article.title = "Report " + article.id;
    article.body = std::string(bench::english_prose()) + " number" + article.id;
    article.language = *Language::parse("en");
    article.origin.path = "/news";
    composer.add(article);
  }
}

std::int64_t text_bytes() {
  return static_cast<std::int64_t>(articles * bench::english_prose().size());
}

void compose(benchmark::State& state) {
  DocumentBatch batch;
  Composer composer;
  for (auto _ : state) fill(batch, composer);
  state.SetBytesProcessed(state.iterations() * text_bytes());
}

/// Sorting, the coding of postings and positions, term lists.
void invert(benchmark::State& state) {
  DocumentBatch batch;
  Composer composer;
  fill(batch, composer);
  Inverter inverter(static_cast<int>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(inverter.invert(batch).postings.size());
  state.SetBytesProcessed(state.iterations() * text_bytes());
}

BENCHMARK(compose);
BENCHMARK(invert)->ArgName("deflate")->Arg(0)->Arg(1);

}  // namespace
