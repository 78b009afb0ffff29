// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/batch_source.hpp"

#include "indexer/reader/registry.hpp"
#include "indexer/source/member_walk.hpp"
#include "news/base/ascii.hpp"
#include "news/base/error.hpp"

#include <utility>

#include <fmt/format.h>

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

/// A source that is being framed, member by member.
class BatchSource::OpenSource {
 public:
  OpenSource(const SourceFile& file, const ReadSettings& settings)
      : file_(file),
        whole_(std::make_shared<SourceInput>(SourceInput{
            Origin{.path = file.path, .name = file.name, .member = {}, .record = 0}, nullptr})),
        members_(std::make_unique<HashingStream>(open_file(file.path, settings.stop), hasher_),
                 file.name, file.path == "-" ? std::string() : file.path, settings.unpack),
        format_(settings.format),
        columns_(settings.columns) {}

  /// Goes to the next member; false if there is none. Then record() gives its records, or one that
  /// says why it has none. Throws InputError.
  bool next_member() {
    framer_.reset();
    input_.reset();
    auto member = members_.next();
    if (!member) return false;
    Origin origin = whole_->origin;
    origin.member = member->label;
    auto source = std::make_shared<SourceInput>(SourceInput{std::move(origin), nullptr, whole_});
    defect_ = std::move(member->defect);
    rest_unread_ = member->rest_unread;
    if (defect_.empty()) defect_ = begin(*member, *source);
    any_recognized_ |= source->reader != nullptr;
    source_ = std::move(source);
    return true;
  }

  /// The next record of the member. Throws InputError.
  std::optional<RawRecord> record() {
    if (!defect_.empty()) return defective(std::exchange(defect_, {}), rest_unread_);
    if (framer_ == nullptr) return std::nullopt;
    auto raw = framer_->next();
    any_record_ |= raw.has_value();
    const bool damaged = !input_->damage().empty();
    // A record that the damage cuts is named once, with what is damaged.
    const bool cut_by_it = damaged && raw && !raw->defect.empty() && input_->data().empty();
    if (raw && raw->number != 0) last_number_ = raw->number += numbers_before_;
    if (raw && !cut_by_it) return raw;
    framer_.reset();
    if (!damaged && any_record_) return std::nullopt;
    if (!damaged) return nothing_found();
    RawRecord cut = defective(input_->damage(), /*rest_unread=*/true);
    // The records of a crawl are compressed one by one.
    if (source_->reader->holds_bytes() && input_->resume()) {
      if (!raw) ++last_number_;
      cut.number = numbers_before_ = last_number_;
      framer_ = source_->reader->frame(*input_);
    }
    return cut;
  }

  const std::shared_ptr<const SourceInput>& whole() const { return whole_; }
  const std::shared_ptr<const SourceInput>& source() const { return source_; }
  const SourceFile& file() const { return file_; }

  /// Whether the next run, if it is like this one, would make the same of the file.
  bool settled() const { return settled_; }

  /// Of all bytes of the file; empty for a file that nothing is known of: a film among the news
  /// need not be read to its end.
  std::string content_hash() {
    if (!any_recognized_ && !members_.packed()) return {};
    if (file_.path != "-") members_.drain_file();
    return hasher_.digest();
  }

 private:
  static RawRecord defective(std::string reason, bool rest_unread) {
    return {.number = 0, .bytes = {}, .defect = std::move(reason), .rest_unread = rest_unread};
  }

  /// Says why a member has no record.
  RawRecord nothing_found() {
    const std::string_view format = source_->reader->name();
    any_record_ = true;  // this one
    if (format_ == nullptr) {
      return defective(fmt::format("looks like {}, but has no record of it", format), false);
    }
    settled_ = false;
    return defective(
        fmt::format("no record of the format {}; leave --format out to have it recognized", format),
        false);
  }

  /// Finds the reader of a member. Returns why there is none; empty if there is one.
  std::string begin(Member& member, SourceInput& source) {
    numbers_before_ = last_number_ = 0;
    any_record_ = false;
    input_.emplace(std::move(member.bytes), members_.packed() ? 0 : file_.size);
    prepare_text();
    const Sample sample{input_->data().substr(0, sample_bytes), member.file_name};
    if (sample.head.empty() && !input_->damage().empty()) {
      rest_unread_ = true;
      return input_->damage();
    }
    if (format_ != nullptr && !ascii::trim(sample.head).empty()) {
      source.reader = format_;
    } else {
      auto found = news::recognize(sample);
      if (const auto* none = std::get_if<Unrecognized>(&found)) {
        // Damage to its first bytes looks like this. An archive may well hold other things.
        rest_unread_ = member.label.empty() && !ascii::trim(sample.head).empty();
        return none->reason;
      }
      source.reader = std::get<const Reader*>(found);
    }
    framer_ = source.reader->frame_columns(*input_, columns_);
    return {};
  }

  /// Looks into a member and sees to its byte order mark.
  void prepare_text() {
    const auto mark = byte_order_mark(input_->peek(sample_bytes));
    if (mark && mark->encoding != "UTF-8") input_->transcode_from(mark->encoding);
    // Transcoding leaves the mark, now UTF-8's, at the start of the text.
    const auto left = byte_order_mark(input_->peek(sample_bytes));
    if (left) input_->consume(left->bytes);
    input_->peek(sample_bytes);
  }

  SourceFile file_;
  std::shared_ptr<const SourceInput> whole_;
  Hasher hasher_;
  MemberWalk members_;
  const Reader* format_;
  const ColumnChoice& columns_;
  std::shared_ptr<const SourceInput> source_;  ///< the member
  std::string defect_;
  bool rest_unread_ = false;  ///< behind the defect
  std::optional<InputWindow> input_;
  std::unique_ptr<RecordFramer> framer_;
  std::uint64_t last_number_ = 0;     ///< of a record of this member
  std::uint64_t numbers_before_ = 0;  ///< of records before the damage that was met last
  bool any_record_ = false;           ///< in this member
  bool any_recognized_ = false;
  bool settled_ = true;
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

/// False if no record was read: a member or the source ended, or failed.
bool BatchSource::read_record(Batch& batch) {
  try {
    if (open_->source() != nullptr) {
      if (auto raw = open_->record()) {
        batch.items.push_back({open_->source(), std::move(*raw)});
        return true;
      }
    }
    if (open_->next_member()) return false;
    finish_source(*open_, batch);
  } catch (const InputError& error) {
    // Not remembered, so the next run reads it again.
    add_defect(open_->whole(), reason_of(error, open_->file().path), batch);
  }
  open_.reset();
  return false;
}

void BatchSource::finish_source(OpenSource& source, Batch& batch) {
  const SourceFile& file = source.file();
  if (file.path == "-" || !source.settled()) return;
  batch.finished.push_back({source.whole(), SourceState{.path = file.path,
                                                        .size = file.size,
                                                        .mtime_ns = file.mtime_ns,
                                                        .content_hash = source.content_hash()}});
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
  try {
    counts_.bytes += file.size;
    if (is_unchanged(file, batch)) return;
    open_ = std::make_unique<OpenSource>(file, settings_);
  } catch (const InputError& error) {
    Origin origin{.path = file.path, .name = file.name, .member = {}, .record = 0};
    add_defect(std::make_shared<SourceInput>(SourceInput{std::move(origin), nullptr}),
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
  if (known->partial && settings_.unpack.max_bytes != UnpackLimits{}.max_bytes) return false;
  if (known->mtime_ns != file.mtime_ns) {
    if (!recognized || hash_of_file(file.path) != known->content_hash) return false;
    known->mtime_ns = file.mtime_ns;
    batch.touched.push_back(*known);
  }
  ++counts_.unchanged_files;
  counts_.unchanged_bytes += file.size;
  counts_.unchanged_articles += known->articles;
  counts_.unchanged_unreadable += known->unreadable;
  counts_.unchanged_passed_over += known->passed_over;
  return true;
}

}  // namespace news
