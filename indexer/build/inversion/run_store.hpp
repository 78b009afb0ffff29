// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/inversion/run_merger.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <future>
#include <string>
#include <utility>
#include <vector>

namespace news {

/// Keeps the runs of batches until they are merged: in memory up to a budget, then merged into one
/// on disk. However the runs were kept, merging them gives the same.
class RunStore {
 public:
  /// Files go to `folder`, which must be there; they are removed with the store. `parallel` says
  /// whether the two kinds of runs are merged on two threads.
  RunStore(std::filesystem::path folder, std::size_t memory_bytes, bool parallel = true);
  RunStore(const RunStore&) = delete;
  RunStore& operator=(const RunStore&) = delete;

  /// The runs of the next documents, of which the first has the number `base`. Throws FileError.
  void add(std::string postings, std::string positions, std::uint32_t base);

  /// All that was added. Nothing may be added any more.
  RunMerger postings();
  RunMerger positions();

 private:
  /// Removes what is at its path when it ends, whether or not it got that far.
  class TemporaryFile {
   public:
    explicit TemporaryFile(std::filesystem::path path) : path_(std::move(path)) {}
    ~TemporaryFile();
    TemporaryFile(TemporaryFile&& other) noexcept : path_(std::exchange(other.path_, {})) {}
    TemporaryFile& operator=(TemporaryFile&& other) noexcept {
      path_.swap(other.path_);
      return *this;
    }
    const std::filesystem::path& path() const { return path_; }

   private:
    std::filesystem::path path_;
  };

  /// The two runs of the same documents.
  struct InMemory {
    std::string postings;
    std::string positions;
    std::uint32_t base = 0;
  };
  struct OnDisk {
    TemporaryFile postings;
    TemporaryFile positions;
    std::uint32_t base = 0;
  };

  RunMerger merger(std::string InMemory::*bytes, TemporaryFile OnDisk::*file) const;
  void spill();
  void merge_to_disk();

  std::filesystem::path folder_;
  std::size_t memory_bytes_;
  bool parallel_;
  std::size_t bytes_in_memory_ = 0;
  std::vector<OnDisk> on_disk_;  ///< older documents than those in memory
  std::vector<InMemory> in_memory_;
  std::size_t files_made_ = 0;
};

}  // namespace news
