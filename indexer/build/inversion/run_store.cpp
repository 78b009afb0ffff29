// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/inversion/run_store.hpp"

#include "indexer/build/begin_work.hpp"
#include "news/base/open_files.hpp"

#include <algorithm>
#include <iterator>
#include <system_error>
#include <utility>

#include <fmt/format.h>

namespace news {

namespace {

/// Runs on disk that are merged in one go: each takes two descriptors and two buffers.
std::size_t fan_in() { return std::clamp<std::size_t>(open_file_limit() / 4, 4, 64); }

}  // namespace

RunStore::RunStore(std::filesystem::path folder, std::size_t memory_bytes, bool parallel)
    : folder_(std::move(folder)), memory_bytes_(memory_bytes), parallel_(parallel) {}

RunStore::TemporaryFile::~TemporaryFile() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove(path_, ignored);
}

void RunStore::add(std::string postings, std::string positions, std::uint32_t base) {
  // What a string has room for counts, not what is in it.
  postings.shrink_to_fit();
  positions.shrink_to_fit();
  const std::size_t bytes = postings.size() + positions.size();
  if (bytes_in_memory_ + bytes > memory_bytes_ && !in_memory_.empty()) spill();
  bytes_in_memory_ += bytes;
  in_memory_.push_back({std::move(postings), std::move(positions), base});
}

RunMerger RunStore::postings() { return merger(&InMemory::postings, &OnDisk::postings); }

RunMerger RunStore::positions() { return merger(&InMemory::positions, &OnDisk::positions); }

RunMerger RunStore::merger(std::string InMemory::*bytes, TemporaryFile OnDisk::*file) const {
  std::vector<RunCursor> cursors;
  for (const OnDisk& run : on_disk_)
    cursors.push_back(RunCursor::in_file((run.*file).path(), run.base));
  for (const InMemory& run : in_memory_)
    cursors.push_back(RunCursor::in_memory(run.*bytes, run.base));
  return RunMerger(std::move(cursors));
}

void RunStore::spill() {
  std::vector<OnDisk> older;
  if (on_disk_.size() < fan_in()) older.swap(on_disk_);
  merge_to_disk();
  std::move(on_disk_.begin(), on_disk_.end(), std::back_inserter(older));
  on_disk_ = std::move(older);
}

/// Merges everything there is, on disk and in memory, into one run on disk.
void RunStore::merge_to_disk() {
  const std::size_t number = ++files_made_;
  OnDisk merged{.postings = TemporaryFile(folder_ / fmt::format("run-{}.postings", number)),
                .positions = TemporaryFile(folder_ / fmt::format("run-{}.positions", number)),
                .base = on_disk_.empty() ? in_memory_.front().base : on_disk_.front().base};
  const auto write = [base = merged.base](RunMerger runs, const std::filesystem::path& path) {
    FileWriter file(path);
    write_merged_run(runs, base, file);
    file.flush();
  };
  std::future<void> positions =
      begin_work(parallel_, write, this->positions(), merged.positions.path());
  write(postings(), merged.postings.path());
  positions.get();
  on_disk_.clear();
  on_disk_.push_back(std::move(merged));
  in_memory_.clear();
  bytes_in_memory_ = 0;
}

}  // namespace news
