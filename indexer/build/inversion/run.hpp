// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/glass/byte_buffer.hpp"
#include "news/base/byte_order.hpp"
#include "news/base/file_stream.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace news {

/// A run is a piece of an inversion: for each key, in ascending order, what consecutive documents
/// have under it. Its entries lie behind each other:
///
///   key length (one byte), key, count, total, last, stream length (varints), stream
///
/// Keys are those of the glass postlist table without a document number: an escaped term, or the
/// special key of the document lengths or of a value slot. A stream is a sequence of
///
///   varint gap, and
///     postings:   varint wdf (or document length)
///     values:     varint length, value
///     positions:  varint length, tag (glass::append_positions)
///
/// A gap is the number of documents passed over since the stream's last document; before the first
/// one, since the run's first. Postings and values make one run, positions another.
struct RunEntry {
  std::string_view key = {};
  std::uint64_t count = 0;  ///< documents
  std::uint64_t total = 0;  ///< of their wdf
  std::uint32_t last = 0;   ///< the last document, counted from the run's first as 0
  std::string_view stream = {};
};

/// Appends an entry to a run.
void append_run_entry(glass::ByteBuffer& run, const RunEntry& entry);

/// Goes through the entries of a run in memory or in a file.
class RunCursor {
 public:
  /// `base` is the number of the run's first document. The bytes must outlive the cursor.
  static RunCursor in_memory(std::string_view bytes, std::uint32_t base);
  static RunCursor in_file(const std::filesystem::path& file, std::uint32_t base);

  /// Moves to the next entry; false at the end. Throws FileError, and IndexError for a file that
  /// is not whole.
  bool next();

  /// Valid until next.
  const RunEntry& entry() const { return entry_; }
  std::uint32_t base() const { return base_; }

  /// The entry's key, ready to be compared.
  const OrderedText& key() const { return key_; }

 private:
  RunCursor() = default;
  bool refill();

  std::string_view rest_;  ///< of what is in memory
  std::unique_ptr<FileReader> file_;
  std::size_t handed_out_ = 0;  ///< bytes of the file's window, to be consumed
  std::uint32_t base_ = 0;
  RunEntry entry_;
  OrderedText key_;
};

}  // namespace news
