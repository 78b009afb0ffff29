// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/document.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace news {

/// Builds one segment out of batches of documents. Batches may be added from several threads and in
/// any order; the documents of a segment stand in the order of the batches' numbers, so the number
/// of threads makes no difference.
class SegmentWriter {
 public:
  SegmentWriter() = default;
  SegmentWriter(const SegmentWriter&) = delete;
  SegmentWriter& operator=(const SegmentWriter&) = delete;
  virtual ~SegmentWriter() = default;

  /// `number` is used once. Throws IndexError.
  virtual void add_batch(std::uint64_t number, const std::vector<Document>& documents) = 0;

  /// From one thread.
  virtual void set_metadata(const std::string& key, const std::string& value) = 0;

  /// Leaves a complete glass database in the folder the writer was made for, and on disk. Called
  /// once, when every batch has been added. Throws IndexError.
  virtual void finish() = 0;
};

/// A writer that leaves the work to Xapian: each batch goes to a small database that fits the
/// processor's caches, and these are merged in the end. `folder` must not exist; what is temporary
/// lies in it, too. It is removed with the writer if that was not finished.
std::unique_ptr<SegmentWriter> make_xapian_segment_writer(std::filesystem::path folder);

}  // namespace news
