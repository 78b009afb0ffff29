// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/value_stream_writer.hpp"

#include "indexer/build/glass/packing.hpp"

namespace news::glass {

void ValueStats::add(std::string_view value) {
  widen(value, value);
  ++count;
}

void ValueStats::add(const ValueStats& more) {
  widen(more.lowest, more.highest);
  count += more.count;
}

void ValueStats::widen(std::string_view low, std::string_view high) {
  if (count == 0 || low < lowest) lowest = low;
  if (count == 0 || high > highest) highest = high;
}

std::string value_stats_key(std::uint32_t slot) {
  std::string key(value_stats_prefix);
  append_last_integer(key, slot);
  return key;
}

std::string value_stats_tag(const ValueStats& stats) {
  std::string tag;
  append_varint(tag, stats.count);
  append_string(tag, stats.lowest);
  if (stats.highest != stats.lowest) tag.append(stats.highest);
  return tag;
}

std::string value_stream_key(std::uint32_t slot) {
  std::string key(value_prefix);
  append_varint(key, slot);
  return key;
}

void ValueStreamWriter::add(DocId id, std::string_view value) {
  if (!tag_.empty()) {
    const std::uint32_t gap = id - last_ - 1;
    const std::size_t bytes = varint_bytes(gap) + varint_bytes(value.size()) + value.size();
    if (tag_.size() + bytes <= max_tag_bytes_) {
      append_varint(tag_, gap);
      append_string(tag_, value);
      last_ = id;
      return;
    }
    write_chunk();
  }
  key_.assign(stream_key_);
  append_ordered(key_, id);
  max_tag_bytes_ = table_.best_tag_bytes(key_.size());
  append_string(tag_, value);
  last_ = id;
}

void ValueStreamWriter::write_chunk() {
  table_.append(key_, tag_);
  tag_.clear();
}

}  // namespace news::glass
