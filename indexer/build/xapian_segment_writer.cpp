// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/segment_writer.hpp"
#include "news/base/error.hpp"
#include "news/base/file.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <xapian.h>

namespace news {

namespace {

/// Databases merged in one go; each takes a handful of file descriptors.
constexpr std::size_t fan_in = 64;

/// Nothing here needs to survive a crash before the segment is finished. Not DB_DANGEROUS: it saves
/// nothing where there is one commit, and hides why that failed behind "cancel() not supported".
constexpr int scratch_flags = Xapian::DB_CREATE | Xapian::DB_NO_SYNC;

[[noreturn]] void fail(const std::filesystem::path& folder, const Xapian::Error& error) {
  throw IndexError(folder.string(), error.get_description(),
                   "Check that the disk has room and the folder can be written.");
}

Xapian::Document to_xapian(const Document& document) {
  Xapian::Document out;
  for (const Document::Occurrence& occurrence : document.occurrences()) {
    const std::string term(document.term(occurrence));
    if (occurrence.position != 0) {
      out.add_posting(term, occurrence.position, occurrence.wdf);
    } else {
      out.add_term(term, occurrence.wdf);
    }
  }
  for (const auto& [slot, value] : document.values()) out.add_value(slot, value);
  out.set_data(document.data());
  return out;
}

class XapianSegmentWriter : public SegmentWriter {
 public:
  explicit XapianSegmentWriter(std::filesystem::path folder)
      : folder_(std::move(folder)), scratch_(folder_ / "scratch") {
    std::error_code error;
    std::filesystem::create_directories(scratch_, error);
    if (error) throw IndexError(scratch_.string(), "cannot be created: " + error.message());
  }

  ~XapianSegmentWriter() override {
    if (finished_) return;
    metadata_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  XapianSegmentWriter(const XapianSegmentWriter&) = delete;
  XapianSegmentWriter& operator=(const XapianSegmentWriter&) = delete;

  void add_batch(std::uint64_t number, const std::vector<Document>& documents) override {
    if (documents.empty()) return;
    const std::filesystem::path path = scratch_ / fmt::format("batch-{}", number);
    try {
      Xapian::WritableDatabase batch(path.string(), scratch_flags);
      for (const Document& document : documents) batch.add_document(to_xapian(document));
      batch.commit();
    } catch (const Xapian::Error& error) {
      fail(path, error);
    }
    const std::lock_guard lock(mutex_);
    batches_.emplace(number, path);
  }

  void set_metadata(const std::string& key, const std::string& value) override {
    try {
      if (!metadata_) metadata_.emplace((scratch_ / "metadata").string(), scratch_flags);
      metadata_->set_metadata(key, value);
    } catch (const Xapian::Error& error) {
      fail(scratch_, error);
    }
  }

  void finish() override {
    std::vector<std::filesystem::path> parts;
    for (const auto& [number, path] : batches_) parts.push_back(path);
    if (metadata_) parts.push_back(finish_metadata());
    for (int level = 1; parts.size() > fan_in; ++level) parts = merge_level(parts, level);
    merge(parts, folder_);
    std::filesystem::remove_all(scratch_);
    sync_folder(folder_);
    finished_ = true;
  }

 private:
  std::filesystem::path finish_metadata() {
    try {
      metadata_->commit();
      metadata_->close();
    } catch (const Xapian::Error& error) {
      fail(scratch_, error);
    }
    return scratch_ / "metadata";
  }

  /// Merges runs of neighbours, so that documents keep their order.
  std::vector<std::filesystem::path> merge_level(const std::vector<std::filesystem::path>& parts,
                                                 int level) const {
    std::vector<std::filesystem::path> merged;
    for (std::size_t begin = 0; begin < parts.size(); begin += fan_in) {
      const std::size_t end = std::min(begin + fan_in, parts.size());
      const auto first = parts.begin() + static_cast<std::ptrdiff_t>(begin);
      const std::vector<std::filesystem::path> run(
          first, first + static_cast<std::ptrdiff_t>(end - begin));
      merged.push_back(scratch_ / fmt::format("merged-{}-{}", level, merged.size()));
      merge(run, merged.back());
      for (const std::filesystem::path& part : run) std::filesystem::remove_all(part);
    }
    return merged;
  }

  static void merge(const std::vector<std::filesystem::path>& parts,
                    const std::filesystem::path& target) {
    try {
      Xapian::Database all;
      for (const std::filesystem::path& part : parts) {
        all.add_database(Xapian::Database(part.string()));
      }
      all.compact(target.string(), Xapian::DBCOMPACT_MULTIPASS);
    } catch (const Xapian::Error& error) {
      fail(target, error);
    }
  }

  std::filesystem::path folder_;
  std::filesystem::path scratch_;
  std::mutex mutex_;
  std::map<std::uint64_t, std::filesystem::path> batches_;
  std::optional<Xapian::WritableDatabase> metadata_;
  bool finished_ = false;
};

}  // namespace

std::unique_ptr<SegmentWriter> make_xapian_segment_writer(std::filesystem::path folder) {
  return std::make_unique<XapianSegmentWriter>(std::move(folder));
}

}  // namespace news
