// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/glass/byte_buffer.hpp"
#include "indexer/build/glass/table_writer.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace news::glass {

/// Writes posting lists into the postlist table, each cut into chunks that fill its blocks. The
/// list of document lengths is one of them: its key is lengths_prefix, its frequencies are 0, and
/// the lengths take the place of the wdf.
///
///   begin -> add, add, ... -> end
class PostingListWriter {
 public:
  explicit PostingListWriter(TableWriter& table) : table_(table) {}

  /// `escaped_term`: see append_escaped. Frequencies are those of the whole list: the number of
  /// postings, and the sum of their wdf.
  void begin(std::string_view escaped_term, std::uint64_t term_frequency,
             std::uint64_t collection_frequency);

  /// Document numbers ascend. A list has at least one.
  void add(DocId id, std::uint32_t wdf);

  void end() { write_chunk(/*last=*/true); }

 private:
  void start_chunk(DocId id, std::uint32_t wdf);
  void write_chunk(bool last);

  TableWriter& table_;
  std::string first_key_;
  std::string later_key_;  ///< without the document number
  std::string frequencies_;
  bool first_chunk_ = true;

  // The chunk that is being filled.
  ByteBuffer postings_;
  std::size_t max_postings_bytes_ = 0;
  DocId chunk_first_ = 0;
  DocId last_ = 0;

  std::string key_;
  std::string tag_;
};

}  // namespace news::glass
