// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/batch_source.hpp"

#include "indexer/reader/registry.hpp"
#include "news/base/error.hpp"

#include <utility>

namespace news {

namespace {

/// Hashes the bytes that go through it.
class HashingStream : public ByteStream {
 public:
  HashingStream(std::unique_ptr<ByteStream> bytes, Hasher& hasher)
      : bytes_(std::move(bytes)), hasher_(hasher) {}

  std::size_t read(std::span<char> buffer) override {
    const std::size_t got = bytes_->read(buffer);
    hasher_.update({buffer.data(), got});
    return got;
  }

 private:
  std::unique_ptr<ByteStream> bytes_;
  Hasher& hasher_;
};

std::string hash_of_file(const std::string& path) {
  const std::unique_ptr<ByteStream> stream = open_file(path);
  Hasher hasher;
  std::vector<char> buffer(std::size_t{256} * 1024);
  while (const std::size_t got = stream->read(buffer)) hasher.update({buffer.data(), got});
  return hasher.digest();
}

/// What an InputError says without the path, which the record's origin says.
std::string reason_of(const InputError& error, const std::string& path) {
  const std::string what = error.what();
  return what.starts_with(path + ": ") ? what.substr(path.size() + 2) : what;
}

void add_defect(std::shared_ptr<const SourceInput> source, std::string reason, Batch& batch) {
  batch.items.push_back(
      {std::move(source), RawRecord{.number = 0, .bytes = {}, .defect = std::move(reason)}});
}

}  // namespace

/// A source that is being framed.
class BatchSource::OpenSource {
 public:
  OpenSource(const SourceFile& file, std::shared_ptr<SourceInput> source,
             const std::atomic<bool>* stop)
      : file_(file),
        source_(std::move(source)),
        input_(std::make_unique<HashingStream>(open_file(file.path, stop), hasher_), file.size) {}

  /// Finds the reader. Returns why there is none; empty if there is one.
  std::string recognize(const Reader* format, const ColumnChoice& columns) {
    const auto mark = byte_order_mark(input_.peek(sample_bytes));
    if (mark && mark->encoding != "UTF-8") input_.transcode_from(mark->encoding);
    // Transcoding leaves the mark, now UTF-8's, at the start of the text.
    const auto left = byte_order_mark(input_.peek(sample_bytes));
    if (left) input_.consume(left->bytes);
    const Sample sample{input_.peek(sample_bytes).substr(0, sample_bytes), file_.name};
    if (format != nullptr && !sample.head.empty()) {
      source_->reader = format;
    } else {
      auto found = news::recognize(sample);
      if (const auto* none = std::get_if<Unrecognized>(&found)) return none->reason;
      source_->reader = std::get<const Reader*>(found);
    }
    framer_ = source_->reader->frame_columns(input_, columns);
    return {};
  }

  std::optional<RawRecord> next() { return framer_->next(); }

  const std::shared_ptr<SourceInput>& source() const { return source_; }
  const SourceFile& file() const { return file_; }
  std::string content_hash() const { return hasher_.digest(); }

 private:
  SourceFile file_;
  std::shared_ptr<SourceInput> source_;
  Hasher hasher_;
  InputWindow input_;
  std::unique_ptr<RecordFramer> framer_;
};

BatchSource::BatchSource(SourceWalk walk, ReadSettings settings, Remembered remembered)
    : walk_(std::move(walk)), settings_(std::move(settings)), remembered_(std::move(remembered)) {}

BatchSource::~BatchSource() = default;

std::optional<Batch> BatchSource::next() {
  Batch batch;
  batch.number = next_number_;
  std::size_t bytes = 0;
  while (!ended_ && bytes < settings_.batch_bytes && batch.items.size() < settings_.batch_records) {
    if (open_ == nullptr) {
      open_next(batch);
    } else if (read_record(batch)) {
      bytes += batch.items.back().raw.bytes.size();
    }
  }
  if (batch.items.empty() && batch.finished.empty() && batch.touched.empty()) return std::nullopt;
  ++next_number_;
  return batch;
}

/// False at the end of the source.
bool BatchSource::read_record(Batch& batch) {
  try {
    auto raw = open_->next();
    if (raw) {
      batch.items.push_back({open_->source(), std::move(*raw)});
      return true;
    }
    finish_source(open_->file(), open_->source(), open_->content_hash(), batch);
    open_.reset();
  } catch (const InputError& error) {
    // Not remembered, so the next run reads it again.
    auto failed = std::make_shared<SourceInput>(SourceInput{open_->source()->origin, nullptr});
    add_defect(std::move(failed), reason_of(error, open_->file().path), batch);
    open_.reset();
  }
  return false;
}

void BatchSource::finish_source(const SourceFile& file, std::shared_ptr<const SourceInput> source,
                                std::string content_hash, Batch& batch) {
  if (file.path == "-") return;
  batch.finished.push_back(
      {std::move(source), SourceState{.path = file.path,
                                      .size = file.size,
                                      .mtime_ns = file.mtime_ns,
                                      .content_hash = std::move(content_hash)}});
}

void BatchSource::open_next(Batch& batch) {
  auto entry = walk_.next();
  if (!entry) {
    ended_ = true;
    return;
  }
  ++counts_.files;
  if (auto* bad = std::get_if<BadRecord>(&*entry)) {
    add_defect(std::make_shared<SourceInput>(SourceInput{std::move(bad->origin), nullptr}),
               std::move(bad->reason), batch);
    return;
  }
  open(std::get<SourceFile>(*entry), batch);
}

void BatchSource::open(const SourceFile& file, Batch& batch) {
  Origin origin{.path = file.path, .name = file.name, .member = {}, .record = 0};
  auto source = std::make_shared<SourceInput>(SourceInput{std::move(origin), nullptr});
  try {
    counts_.bytes += file.size;
    if (is_unchanged(file, batch)) return;
    auto opened = std::make_unique<OpenSource>(file, source, settings_.stop);
    const std::string problem = opened->recognize(settings_.format, settings_.columns);
    if (problem.empty()) {
      open_ = std::move(opened);
    } else {
      add_defect(source, problem, batch);
      // Without a hash: a film among the news need not be read to its end.
      finish_source(file, std::move(source), {}, batch);
    }
  } catch (const InputError& error) {
    add_defect(std::make_shared<SourceInput>(SourceInput{source->origin, nullptr}),
               reason_of(error, file.path), batch);
  }
}

/// Size and time of change settle it without a look into the file; where only the time differs, the
/// content does.
bool BatchSource::is_unchanged(const SourceFile& file, Batch& batch) {
  if (!remembered_ || file.path == "-") return false;
  auto known = remembered_(file.path);
  if (!known || known->size != file.size) return false;
  const bool recognized = !known->content_hash.empty();
  if (!recognized && settings_.format != nullptr && file.size != 0) return false;
  if (known->mtime_ns != file.mtime_ns) {
    if (!recognized || hash_of_file(file.path) != known->content_hash) return false;
    known->mtime_ns = file.mtime_ns;
    batch.touched.push_back(*known);
  }
  ++counts_.unchanged_files;
  counts_.unchanged_bytes += file.size;
  counts_.unchanged_articles += known->articles;
  counts_.unchanged_unreadable += known->unreadable;
  return true;
}

}  // namespace news
