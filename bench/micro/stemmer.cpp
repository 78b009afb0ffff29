// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/stemmer.hpp"

#include "bench/micro/prose.hpp"
#include "news/text/tokenizer.hpp"

#include <benchmark/benchmark.h>

namespace {

using namespace news::bench;

std::vector<std::string> words_of(std::string_view prose) {
  std::vector<std::string> words;
  news::Tokenizer tokenizer;
  for (const news::Word& word : tokenizer.tokenize(prose)) words.emplace_back(word.folded);
  return words;
}

/// Words that were met before.
void stem_again(benchmark::State& state, std::string_view prose, std::string_view language) {
  const std::vector<std::string> words = words_of(prose);
  news::Stemmer stemmer(news::Language::parse(language).value());
  for (auto _ : state) {
    for (const std::string& word : words) benchmark::DoNotOptimize(stemmer.stem(word).size());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(words.size()));
}

/// Words that are met for the first time: each pass begins with a new stemmer, whose making is not
/// counted.
void stem_anew(benchmark::State& state, std::string_view prose, std::string_view language) {
  const std::vector<std::string> words = words_of(prose);
  for (auto _ : state) {
    state.PauseTiming();
    news::Stemmer stemmer(news::Language::parse(language).value());
    state.ResumeTiming();
    for (const std::string& word : words) benchmark::DoNotOptimize(stemmer.stem(word).size());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(words.size()));
}

BENCHMARK_CAPTURE(stem_again, english, english_prose(), "en");
BENCHMARK_CAPTURE(stem_again, russian, russian_prose(), "ru");
BENCHMARK_CAPTURE(stem_anew, english, english_prose(), "en");
BENCHMARK_CAPTURE(stem_anew, russian, russian_prose(), "ru");

}  // namespace
