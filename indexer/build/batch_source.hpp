// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/batch.hpp"
#include "indexer/source/source_walk.hpp"
#include "indexer/source/unpack_budget.hpp"
#include "news/base/hash.hpp"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace news {

/// How sources are read.
struct ReadSettings {
  const Reader* format = nullptr;  ///< read everything as this; null to recognize each source
  ColumnChoice columns = {};       ///< of tables, where the user says them
  std::size_t batch_bytes = std::size_t{512} * 1024;
  std::size_t batch_records = 2000;
  UnpackLimits unpack = {};                 ///< of packed files
  const std::atomic<bool>* stop = nullptr;  ///< ends the wait for a silent standard input
};

/// What has been met so far.
struct SourceCounts {
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;  ///< of files that were read or found unchanged
  std::uint64_t unchanged_files = 0;
  std::uint64_t unchanged_bytes = 0;
  std::uint64_t unchanged_articles = 0;
  std::uint64_t unchanged_unreadable = 0;   ///< records in unchanged files that could not be read
  std::uint64_t unchanged_passed_over = 0;  ///< and that hold no news
};

/// Opens the files of a walk one after the other, recognizes and frames them or, where they are
/// packed, their members, and cuts their records into batches. A source that cannot be opened or
/// recognized, or fails while it is read, becomes a defective record; the next one is read all the
/// same. One that was looked into and not recognized is finished, though its rest is unread unless
/// it is empty; one that is out of reach is not, nor one with a member in which the format that was
/// given finds nothing: another run may be given another format.
class BatchSource {
 public:
  /// Tells what the index remembers of a path. May be empty: then everything is read.
  using Remembered = std::function<std::optional<SourceState>(const std::string& path)>;

  BatchSource(SourceWalk walk, ReadSettings settings, Remembered remembered);
  ~BatchSource();

  /// The next batch; nothing when every source has been read.
  std::optional<Batch> next();

  const SourceCounts& counts() const { return counts_; }

 private:
  class OpenSource;

  bool read_record(Batch& batch);
  void open_next(Batch& batch);
  void open(const SourceFile& file, Batch& batch);
  bool is_unchanged(const SourceFile& file, Batch& batch);
  static void finish_source(OpenSource& source, Batch& batch);

  SourceWalk walk_;
  ReadSettings settings_;
  Remembered remembered_;
  std::unique_ptr<OpenSource> open_;
  SourceCounts counts_;
  std::uint64_t next_number_ = 0;
  bool ended_ = false;
};

}  // namespace news
