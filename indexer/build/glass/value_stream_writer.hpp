// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/glass/table_writer.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace news::glass {

/// What a database knows of the values in one slot.
struct ValueStats {
  std::uint64_t count = 0;  ///< documents that have a value; never 0
  std::string lowest;
  std::string highest;

  void add(std::string_view value);
  void add(const ValueStats& more);

 private:
  void widen(std::string_view low, std::string_view high);
};

/// The key of a slot's statistics in the postlist table, and their tag.
std::string value_stats_key(std::uint32_t slot);
std::string value_stats_tag(const ValueStats& stats);

/// The start of the keys of a slot's values.
std::string value_stream_key(std::uint32_t slot);

/// Writes the values of slots into the postlist table, in chunks.
///
///   begin -> add, add, ... -> end
class ValueStreamWriter {
 public:
  explicit ValueStreamWriter(TableWriter& table) : table_(table) {}

  void begin(std::string_view stream_key) { stream_key_.assign(stream_key); }

  /// Document numbers ascend; a value is not empty.
  void add(DocId id, std::string_view value);

  void end() { write_chunk(); }

 private:
  void write_chunk();

  TableWriter& table_;
  std::string stream_key_;
  std::string key_;
  std::string tag_;  ///< of the chunk that is being filled
  std::size_t max_tag_bytes_ = 0;
  DocId last_ = 0;
};

}  // namespace news::glass
