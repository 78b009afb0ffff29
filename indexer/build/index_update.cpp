// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/index_update.hpp"

#include "indexer/build/batch_source.hpp"
#include "indexer/build/composer.hpp"
#include "indexer/build/index_lock.hpp"
#include "indexer/build/ordered_pool.hpp"
#include "indexer/build/publisher.hpp"
#include "indexer/build/segment_writer.hpp"
#include "news/index/schema.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace news {

namespace {

/// A batch when its articles are in the segment.
struct WrittenBatch {
  std::vector<ReadItem> items;  ///< articles reduced to their origins
  std::vector<FinishedSource> finished;
  std::vector<SourceState> touched;
};

/// Parses a batch, turns its articles into documents and writes them.
WrittenBatch write_batch(Batch batch, Language default_language, SegmentWriter& segment) {
  thread_local Composer composer;
  WrittenBatch written;
  written.items = read_batch(batch, default_language);
  std::vector<Document> documents;
  for (ReadItem& item : written.items) {
    for (Record& record : item.records) {
      auto* article = std::get_if<Article>(&record);
      if (article == nullptr) continue;
      documents.push_back(composer.compose(*article));
      article->body.clear();
    }
  }
  segment.add_batch(batch.number, documents);
  written.finished = std::move(batch.finished);
  written.touched = std::move(batch.touched);
  return written;
}

/// The size of batches that keeps all that are under way within the budget: Xapian takes about ten
/// times the text. It does not depend on the number of threads, so that the index does not, either.
std::size_t batch_bytes(std::size_t memory_bytes) {
  constexpr std::size_t least = std::size_t{64} * 1024;
  constexpr std::size_t most = std::size_t{1024} * 1024;
  return std::clamp(memory_bytes / 256, least, most);
}

class Update {
 public:
  Update(const UpdateSettings& settings, UpdateObserver& observer, const std::atomic<bool>& stop)
      : settings_(settings), observer_(observer), stop_(stop), publisher_(settings.index) {}

  UpdateSummary run() {
    const auto start = std::chrono::steady_clock::now();
    SourceWalk walk(settings_.paths, settings_.index);
    publisher_.require_place();
    const FileLock lock = lock_index(settings_.index, settings_.patience, &stop_);
    if (settings_.rebuild) {
      publisher_.recover_for_rebuild();
    } else {
      publisher_.recover();
    }
    if (settings_.prune && !settings_.rebuild) prune(walk.roots());
    SourceCounts counts = read_all(std::move(walk));
    if (read_again_ && !stop_) read_forgotten(counts);
    if (settings_.rebuild && !stop_) publisher_.publish_rebuilt();
    publisher_.publish_if_new();
    publisher_.remove_dead_segments();
    finish_summary(counts);
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
    summary_.seconds = elapsed.count();
    return std::move(summary_);
  }

 private:
  BatchSource::Remembered remembered() {
    if (settings_.rebuild) return {};
    return [catalog = publisher_.catalog()](const std::string& path) { return catalog.find(path); };
  }

  SourceCounts read_all(SourceWalk walk) {
    BatchSource source(std::move(walk),
                       {.format = settings_.format,
                        .batch_bytes = batch_bytes(settings_.memory_bytes),
                        .stop = &stop_},
                       remembered());
    while (build_segment(source)) {
    }
    return source.counts();
  }

  /// An article that a changed file no longer has may be in a file that was passed over as
  /// unchanged: such files are forgotten by now, and read in a second walk.
  void read_forgotten(SourceCounts& counts) {
    std::vector<std::string> paths = settings_.paths;
    std::erase(paths, "-");
    const std::uint64_t articles_before = summary_.articles_read;
    const SourceCounts more = read_all(SourceWalk(paths, settings_.index));
    counts.unchanged_files -= std::min(counts.unchanged_files, more.files - more.unchanged_files);
    counts.unchanged_articles -=
        std::min(counts.unchanged_articles, summary_.articles_read - articles_before);
  }

  void prune(const std::vector<std::filesystem::path>& roots) {
    observer_.on_stage("looking for files that are gone");
    const auto pruned = publisher_.prune(roots);
    summary_.gone_files = pruned.sources;
    summary_.articles_removed += pruned.articles;
  }

  /// Reads up to a checkpoint's worth and publishes it. False when there is nothing more to read.
  bool build_segment(BatchSource& source) {
    auto batch = source.next();
    if (!batch) return false;
    const std::string name = publisher_.next_segment();
    const auto segment = make_xapian_segment_writer(publisher_.unfinished_path(name));
    segment->set_metadata(std::string(schema::format_key), std::string(schema::format_version));
    segment->set_metadata(std::string(schema::analyzer_key), std::string(Analyzer::rules));
    finished_.clear();
    anything_new_ = false;
    read_into(*segment, std::move(batch), source);
    if (stop_) summary_.interrupted = true;
    if (stop_ && settings_.rebuild) return false;
    if (!anything_new_) return !stop_;
    observer_.on_stage("merging");
    segment->finish();
    const PublishedCounts counts = publisher_.take_segment(name, finished_, settings_.rebuild);
    summary_.articles_updated += counts.updated;
    summary_.articles_removed += counts.dropped;
    summary_.articles_repeated += counts.repeated;
    read_again_ |= counts.read_again;
    return !stop_;
  }

  void read_into(SegmentWriter& segment, std::optional<Batch> batch, BatchSource& source) {
    const std::size_t window = 2 * settings_.threads + 2;
    OrderedPool<Batch, WrittenBatch> pool(settings_.threads, window, [&](Batch input) {
      return write_batch(std::move(input), settings_.default_language, segment);
    });
    std::uint64_t bytes = 0;
    while (batch) {
      for (const BatchItem& item : batch->items) bytes += item.raw.bytes.size();
      while (auto written = pool.full() ? pool.next() : pool.ready()) take(*written, segment);
      pool.submit(std::move(*batch));
      report(source.counts());
      const bool enough = bytes >= settings_.checkpoint_bytes || stop_;
      batch = enough ? std::nullopt : source.next();
    }
    while (auto written = pool.next()) {
      take(*written, segment);
      if (stop_) {
        observer_.on_stage("stopping; keeping what was read");
      } else {
        report(source.counts());
      }
    }
  }

  /// Counts what became of a batch and writes down which sources it finished.
  void take(WrittenBatch& written, SegmentWriter& segment) {
    for (ReadItem& item : written.items) {
      Counts& counts = counts_[item.source];
      for (Record& record : item.records) {
        if (auto* bad = std::get_if<BadRecord>(&record)) {
          ++counts.unreadable;
          observer_.on_unreadable(*bad);
          summary_.unreadable.push_back(std::move(*bad));
        } else {
          ++counts.articles;
          ++summary_.articles_read;
          anything_new_ = true;
        }
      }
    }
    for (FinishedSource& done : written.finished) {
      const Counts counts = counts_[done.source];
      counts_.erase(done.source);
      done.state.articles = counts.articles;
      done.state.unreadable = counts.unreadable;
      observer_.on_source(done.source->origin.name, counts.articles, counts.unreadable);
      remember(done.state, segment);
      finished_.push_back(done.state.path);
    }
    for (const SourceState& state : written.touched) remember(state, segment);
    for (const ReadItem& item : written.items) {
      if (item.source->reader == nullptr) counts_.erase(item.source);  // nothing more will come
    }
  }

  void remember(const SourceState& state, SegmentWriter& segment) {
    anything_new_ = true;
    segment.set_metadata(schema::source_state_key(state.path), to_metadata(state));
  }

  void report(const SourceCounts& counts) {
    summary_.files = counts.files;
    summary_.bytes = counts.bytes;
    summary_.unchanged_files = counts.unchanged_files;
    summary_.articles_unchanged = counts.unchanged_articles;
    observer_.on_progress(summary_);
  }

  void finish_summary(const SourceCounts& counts) {
    report(counts);
    summary_.unreadable_in_unchanged = counts.unchanged_unreadable;
    summary_.articles_new =
        summary_.articles_read - summary_.articles_updated - summary_.articles_repeated;
    const IndexSize size = publisher_.size();
    summary_.articles_in_index = size.articles;
    summary_.segments_in_index = size.segments;
    summary_.index_bytes = size.bytes;
  }

  const UpdateSettings& settings_;
  UpdateObserver& observer_;
  const std::atomic<bool>& stop_;
  Publisher publisher_;
  UpdateSummary summary_;
  /// What has come out of the sources that are being read.
  struct Counts {
    std::uint64_t articles = 0;
    std::uint64_t unreadable = 0;
  };
  std::unordered_map<std::shared_ptr<const SourceInput>, Counts> counts_;
  bool anything_new_ = false;          ///< for this segment: an article, or a state to remember
  bool read_again_ = false;            ///< some sources of the walk are forgotten
  std::vector<std::string> finished_;  ///< paths of sources read to their end, for this segment
};

}  // namespace

UpdateSummary update_index(const UpdateSettings& settings, UpdateObserver& observer,
                           const std::atomic<bool>& stop) {
  return Update(settings, observer, stop).run();
}

}  // namespace news
