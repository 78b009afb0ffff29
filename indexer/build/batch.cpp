// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/batch.hpp"

#include "indexer/reader/read_record.hpp"

namespace news {

std::uint64_t input_bytes(const Batch& batch) {
  std::uint64_t bytes = 0;
  for (const BatchItem& item : batch.items) bytes += item.raw.bytes.size();
  return bytes;
}

std::vector<ReadItem> read_batch(const Batch& batch, Language default_language) {
  std::vector<ReadItem> read;
  read.reserve(batch.items.size());
  for (const BatchItem& item : batch.items) {
    const SourceInput& source = *item.source;
    if (source.reader != nullptr) {
      read.push_back(
          {item.source, read_record(*source.reader, item.raw, source.origin, default_language)});
    } else {
      read.push_back(
          {item.source, {BadRecord{source.origin, item.raw.defect, item.raw.rest_unread}}});
    }
  }
  return read;
}

}  // namespace news
