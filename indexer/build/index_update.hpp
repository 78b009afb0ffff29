// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/reader.hpp"
#include "indexer/source/unpack_budget.hpp"
#include "news/article/article.hpp"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace news {

/// What an update is to do.
struct UpdateSettings {
  std::filesystem::path index;
  std::vector<std::string> paths;
  const Reader* format = nullptr;  ///< null to recognize each file
  ColumnChoice columns = {};       ///< of tables, where the user says them
  Language default_language;       ///< of articles that do not say; undetermined to detect it
  bool rebuild = false;            ///< build everything anew and switch at the end
  bool prune = false;              ///< drop articles of files that are gone from under `paths`
  UnpackLimits unpack = {};        ///< of packed files
  std::size_t threads = 1;
  std::size_t memory_bytes = std::size_t{512} * 1024 * 1024;  ///< see SegmentBuilder::Options
  bool compress_terms = false;                                ///< see Inverter
  std::chrono::seconds patience{0};                           ///< for another writer
  /// So much input is published at a time, so that a long run does not lose all when it is killed.
  std::uint64_t checkpoint_bytes = std::uint64_t{512} * 1024 * 1024;
  /// And so many records, as some of what is kept until then grows with them.
  std::uint64_t checkpoint_records = 1'000'000;
  /// Input that is worked on as one piece. Memory and threads do not change it, so that they do not
  /// change the index.
  std::size_t batch_bytes = std::size_t{512} * 1024;
};

/// Records that could not be read: how many, and the first of them. All are told to the observer; a
/// dump that is broken throughout must not fill the memory.
class UnreadableRecords {
 public:
  static constexpr std::size_t max_kept = 10'000;

  void add(BadRecord record) {
    ++count_;
    if (first_.size() < max_kept) first_.push_back(std::move(record));
  }

  std::uint64_t count() const { return count_; }
  const std::vector<BadRecord>& first() const { return first_; }

 private:
  std::uint64_t count_ = 0;
  std::vector<BadRecord> first_;
};

/// What was done. Articles are counted once, at the end: new + updated is what was read less what
/// was repeated.
struct UpdateSummary {
  std::uint64_t files = 0;
  std::uint64_t unchanged_files = 0;
  std::uint64_t gone_files = 0;     ///< whose articles were pruned
  std::uint64_t partial_files = 0;  ///< broken, with articles that were read or are kept
  std::uint64_t bytes = 0;          ///< of input
  std::uint64_t articles_read = 0;
  std::uint64_t articles_new = 0;
  std::uint64_t articles_updated = 0;
  std::uint64_t articles_unchanged = 0;  ///< in unchanged files
  std::uint64_t articles_removed = 0;
  std::uint64_t articles_kept = 0;        ///< of partial files: what was not met again
  std::uint64_t articles_repeated = 0;    ///< met twice, kept once
  std::uint64_t records_passed_over = 0;  ///< they hold no news
  UnreadableRecords unreadable;
  std::uint64_t unreadable_in_unchanged = 0;
  std::uint64_t passed_over_in_unchanged = 0;
  std::uint64_t articles_in_index = 0;
  std::uint64_t segments_in_index = 0;
  std::uint64_t segments_merged = 0;  ///< since there were too many
  std::string segments_left;          ///< why some that were too many were left as they were
  std::uint64_t index_bytes = 0;
  double seconds = 0;
  bool interrupted = false;
  bool abandoned = false;  ///< a rebuild that was interrupted: the index is as it was
};

/// Hears about an update while it goes on. All calls come from the thread that runs it.
class UpdateObserver {
 public:
  UpdateObserver() = default;
  UpdateObserver(const UpdateObserver&) = delete;
  UpdateObserver& operator=(const UpdateObserver&) = delete;
  virtual ~UpdateObserver() = default;

  virtual void on_unreadable(const BadRecord& record) = 0;
  /// A source was read to its end.
  virtual void on_source(const std::string& name, std::uint64_t articles,
                         std::uint64_t unreadable) = 0;
  /// `reading` is what input was last taken from: a file, or a member of one.
  virtual void on_progress(const UpdateSummary& so_far, const std::string& reading) = 0;
  /// The update turns from reading to something that takes its time: "merging", "merging 9
  /// segments".
  virtual void on_stage(const std::string& stage) = 0;
};

/// Brings an index up to date with some files. When `stop` becomes true, what has been read is
/// published and the rest left for the next run. Throws InputError, IndexError, IndexBusy,
/// FileError.
///
///   files -> batches -> (threads) articles -> documents -> inverted batches -> segment -> publish
UpdateSummary update_index(const UpdateSettings& settings, UpdateObserver& observer,
                           const std::atomic<bool>& stop);

}  // namespace news
