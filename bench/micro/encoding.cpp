// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/packing.hpp"
#include "indexer/build/glass/position_list.hpp"
#include "indexer/build/glass/posting_list_writer.hpp"
#include "indexer/build/glass/term_list.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <unistd.h>

namespace {

using namespace news::glass;

/// A file that is gone when the benchmark ends.
class TemporaryFile {
 public:
  TemporaryFile()
      : path_(std::filesystem::temp_directory_path() /
              ("news-micro-" + std::to_string(::getpid()))) {}
  ~TemporaryFile() { std::filesystem::remove(path_); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Position lists of as many positions as the argument says.
void encode_positions(benchmark::State& state) {
  std::vector<std::uint32_t> positions;
  for (std::int64_t i = 0; i < state.range(0); ++i) {
    positions.push_back(static_cast<std::uint32_t>(101 + 37 * i + i % 5));
  }
  std::string tag;
  for (auto _ : state) {
    tag.clear();
    append_positions(tag, positions);
    benchmark::DoNotOptimize(tag.data());
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void encode_term_list(benchmark::State& state) {
  std::vector<std::string> terms;
  for (int i = 1000; i < 1300; ++i) terms.push_back("term" + std::to_string(i));
  TermListEncoder encoder;
  for (auto _ : state) {
    encoder.begin(600, terms.size());
    for (const std::string& term : terms) encoder.add(term, 2);
    benchmark::DoNotOptimize(encoder.tag().data());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(terms.size()));
}

/// A list of many postings, cut into chunks and put into blocks.
void write_postings(benchmark::State& state) {
  constexpr std::uint32_t postings = 100'000;
  const TemporaryFile file;
  for (auto _ : state) {
    TableWriter table(file.path(), never_compress);
    PostingListWriter list(table);
    list.begin("the", postings, postings);
    for (std::uint32_t id = 1; id <= postings; ++id) list.add(3 * id, 1 + id % 3);
    list.end();
  }
  state.SetItemsProcessed(state.iterations() * postings);
}

/// Entries as small as most of the position table's.
void write_table(benchmark::State& state) {
  constexpr std::uint32_t entries = 100'000;
  const TemporaryFile file;
  std::string key;
  for (auto _ : state) {
    TableWriter table(file.path(), never_compress);
    for (std::uint32_t id = 1; id <= entries; ++id) {
      key.assign("word\0", 5);
      append_ordered(key, id);
      table.append(key, "\x65");
    }
  }
  state.SetItemsProcessed(state.iterations() * entries);
}

BENCHMARK(encode_positions)->Arg(1)->Arg(4)->Arg(100);
BENCHMARK(encode_term_list);
BENCHMARK(write_postings);
BENCHMARK(write_table);

}  // namespace
