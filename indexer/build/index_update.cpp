// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/index_update.hpp"

#include "indexer/build/batch_source.hpp"
#include "indexer/build/compaction.hpp"
#include "indexer/build/index_lock.hpp"
#include "indexer/build/ordered_pool.hpp"
#include "indexer/build/prepared_batch.hpp"
#include "indexer/build/publisher.hpp"
#include "indexer/build/segment_builder.hpp"
#include "news/cli/figures.hpp"
#include "news/index/schema.hpp"
#include "news/text/analyzer.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

namespace news {

namespace {

/// Input under way at a time, however many threads there are: a batch can be as large as the
/// longest record.
constexpr std::uint64_t max_bytes_under_way = std::uint64_t{32} * 1024 * 1024;

std::string name_of(const SourceInput& input) {
  Origin origin = input.origin;
  origin.record = 0;
  return to_string(origin);
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
    share_ = publisher_.share_to_build(settings_.share, settings_.rebuild);
    if (settings_.prune && !settings_.rebuild) prune(walk.roots());
    SourceCounts counts = read_all(std::move(walk));
    if (read_again_ && !stop_) read_forgotten(counts);
    summary_.abandoned = settings_.rebuild && stop_;
    summary_.interrupted |= summary_.abandoned;
    if (settings_.rebuild && !summary_.abandoned) publisher_.publish_rebuilt();
    if (!summary_.abandoned) publisher_.publish_if_new();
    publisher_.remove_dead_segments();
    if (!stop_) merge_segments();
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
                        .columns = settings_.columns,
                        .batch_bytes = settings_.batch_bytes,
                        .unpack = settings_.unpack,
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
    SegmentBuilder segment(
        publisher_.unfinished_path(name),
        {.memory_bytes = settings_.memory_bytes, .parallel = settings_.threads > 1});
    segment.set_metadata(std::string(schema::format_key), std::string(schema::format_version));
    segment.set_metadata(std::string(schema::analyzer_key), std::string(Analyzer::rules));
    if (!share_.is_all()) segment.set_metadata(std::string(schema::share_key), share_.text());
    finished_ = {};
    barren_.clear();
    anything_new_ = false;
    read_into(segment, std::move(*batch), source);
    if (stop_) summary_.interrupted = true;
    if (stop_ && settings_.rebuild) return false;
    if (!anything_new_) return !stop_;
    observer_.on_stage("merging");
    segment.finish();
    const PublishedCounts counts = publisher_.take_segment(name, finished_, settings_.rebuild);
    summary_.articles_updated += counts.updated;
    summary_.articles_removed += counts.dropped;
    summary_.articles_repeated += counts.repeated;
    for (const auto& [path, articles] : counts.kept) {
      summary_.articles_kept += articles;
      if (barren_.contains(path)) ++summary_.partial_files;
    }
    read_again_ |= counts.read_again;
    return !stop_;
  }

  void read_into(SegmentBuilder& segment, Batch first, BatchSource& source) {
    const PrepareSettings prepare{.default_language = settings_.default_language,
                                  .compress_terms = settings_.compress_terms,
                                  .share = share_};
    const bool parallel = settings_.threads > 1;
    const SegmentDictionary dictionary(first, settings_.default_language, parallel);
    Pool pool(parallel ? settings_.threads : 0, 2 * settings_.threads + 2,
              [&](Batch batch) { return prepare_batch(std::move(batch), prepare, dictionary); });
    std::uint64_t bytes = 0;
    std::uint64_t records = 0;
    std::uint64_t under_way = 0;
    const auto take_next = [&](std::optional<PreparedBatch> prepared) {
      if (!prepared) return false;
      under_way -= prepared->input_bytes;
      take(*prepared, segment);
      return true;
    };
    for (std::optional<Batch> batch = std::move(first); batch;) {
      const std::uint64_t more = input_bytes(*batch);
      while (take_next(pool.full() || under_way + more > max_bytes_under_way ? pool.next()
                                                                             : pool.ready())) {
      }
      bytes += more;
      records += batch->items.size();
      under_way += more;
      if (!batch->items.empty()) reading_ = name_of(*batch->items.back().source);
      pool.submit(std::move(*batch));
      report(source.counts());
      const bool enough =
          bytes >= settings_.checkpoint_bytes || records >= settings_.checkpoint_records || stop_;
      batch = enough ? std::nullopt : source.next();
    }
    while (take_next(pool.next())) {
      if (stop_) {
        observer_.on_stage(settings_.rebuild ? "stopping" : "stopping; keeping what was read");
      } else {
        report(source.counts());
      }
    }
    if (const ArticleDictionary* made = dictionary.get()) {
      segment.set_metadata(schema::dictionary_key(made->id()), made->bytes());
    }
  }

  /// Puts a batch into the segment, counts what became of its records, and writes down which
  /// sources it finished.
  void take(PreparedBatch& prepared, SegmentBuilder& segment) {
    segment.append(std::move(prepared.inverted));
    bytes_taken_ += prepared.input_bytes;
    for (ReadItem& item : prepared.items) {
      Counts& counts = counts_[whole_of(item.source)];
      summary_.articles_elsewhere += item.elsewhere;
      if (item.records.empty() && item.elsewhere == 0) {
        ++summary_.records_passed_over;
        ++counts.passed_over;
      }
      for (Record& record : item.records) {
        if (auto* bad = std::get_if<BadRecord>(&record)) {
          ++counts.unreadable;
          counts.partial |= bad->rest_unread;
          observer_.on_unreadable(*bad);
          summary_.unreadable.add(std::move(*bad));
        } else {
          ++counts.articles;
          ++summary_.articles_read;
          anything_new_ = true;
        }
      }
    }
    for (FinishedSource& done : prepared.finished) {
      const Counts counts = counts_[done.source];
      counts_.erase(done.source);
      done.state.articles = counts.articles;
      done.state.unreadable = counts.unreadable;
      done.state.passed_over = counts.passed_over;
      done.state.partial = counts.partial;
      observer_.on_source(done.source->origin.name, counts.articles, counts.unreadable);
      remember(done.state, segment);
      finish(done.state);
    }
    for (const SourceState& state : prepared.touched) remember(state, segment);
    for (const ReadItem& item : prepared.items) {
      // Nothing more will come of what could not be opened.
      if (item.source->reader == nullptr && item.source->whole == nullptr) {
        counts_.erase(item.source);
      }
    }
  }

  /// A picture among the news is not said to be read in part.
  void finish(const SourceState& state) {
    (state.partial ? finished_.partial : finished_.whole).push_back(state.path);
    if (!state.partial) return;
    if (state.articles > 0) {
      ++summary_.partial_files;
    } else {
      barren_.insert(state.path);
    }
  }

  void remember(const SourceState& state, SegmentBuilder& segment) {
    anything_new_ = true;
    segment.set_metadata(schema::source_state_key(state.path), to_metadata(state));
  }

  void report(const SourceCounts& counts) {
    summary_.files = counts.files;
    summary_.bytes = counts.unchanged_bytes + bytes_taken_;
    summary_.unchanged_files = counts.unchanged_files;
    summary_.articles_unchanged = counts.unchanged_articles;
    observer_.on_progress(summary_, reading_);
  }

  void merge_segments() {
    const MergeOutcome outcome = merge_where_too_many(
        publisher_,
        [this](std::size_t count) {
          observer_.on_stage(fmt::format("merging {}", counted(count, "segment")));
        },
        stop_);
    summary_.segments_merged = outcome.merged;
    summary_.segments_left = outcome.failure;
    summary_.interrupted |= outcome.interrupted;
  }

  void finish_summary(const SourceCounts& counts) {
    report(counts);
    summary_.bytes = counts.bytes;
    summary_.unreadable_in_unchanged = counts.unchanged_unreadable;
    summary_.passed_over_in_unchanged = counts.unchanged_passed_over;
    summary_.articles_new =
        summary_.articles_read - summary_.articles_updated - summary_.articles_repeated;
    const IndexSize size = publisher_.size();
    summary_.articles_in_index = size.articles;
    summary_.segments_in_index = size.segments;
    summary_.index_bytes = size.bytes;
  }

  using Pool = OrderedPool<Batch, PreparedBatch>;

  const UpdateSettings& settings_;
  UpdateObserver& observer_;
  const std::atomic<bool>& stop_;
  Publisher publisher_;
  ShardShare share_;
  UpdateSummary summary_;
  /// What has come out of the sources that are being read.
  struct Counts {
    std::uint64_t articles = 0;
    std::uint64_t unreadable = 0;
    std::uint64_t passed_over = 0;
    bool partial = false;
  };
  std::unordered_map<std::shared_ptr<const SourceInput>, Counts> counts_;
  std::uint64_t bytes_taken_ = 0;  ///< of input that has been through the pool
  std::string reading_;            ///< what input was last taken from
  bool anything_new_ = false;      ///< for this segment: an article, or a state to remember
  bool read_again_ = false;        ///< some sources of the walk are forgotten
  std::set<std::string> barren_;   ///< of finished_.partial those without an article
  FinishedSources finished_;       ///< in this segment
};

}  // namespace

UpdateSummary update_index(const UpdateSettings& settings, UpdateObserver& observer,
                           const std::atomic<bool>& stop) {
  return Update(settings, observer, stop).run();
}

}  // namespace news
