// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/source_state.hpp"
#include "indexer/reader/reader.hpp"
#include "news/article/article.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace news {

/// A source that is being read, or a member of it.
struct SourceInput {
  Origin origin;                   ///< of the source; its records add their numbers
  const Reader* reader = nullptr;  ///< null if it could not be opened or recognized
  std::shared_ptr<const SourceInput> whole = nullptr;  ///< the source, for a member of it
};

/// The source that an input is, or is a member of.
inline const std::shared_ptr<const SourceInput>& whole_of(
    const std::shared_ptr<const SourceInput>& input) {
  return input->whole == nullptr ? input : input->whole;
}

/// A record on its way to a worker.
struct BatchItem {
  std::shared_ptr<const SourceInput> source;
  RawRecord raw;
};

/// A source whose last record is in this batch. The state's counts are still to be filled in.
struct FinishedSource {
  std::shared_ptr<const SourceInput> source;
  SourceState state;
};

/// Consecutive records of consecutive sources, of a size that depends on nothing but the input.
struct Batch {
  std::uint64_t number = 0;
  std::vector<BatchItem> items;
  std::vector<FinishedSource> finished;
  /// Sources that were written anew with the same content: only what is remembered changes.
  std::vector<SourceState> touched;
};

/// The bytes of a batch's records.
std::uint64_t input_bytes(const Batch& batch);

/// What one record of a batch became.
struct ReadItem {
  std::shared_ptr<const SourceInput> source;
  std::vector<Record> records;
  std::uint64_t elsewhere = 0;  ///< articles of other shards, which are left out
};

/// Parses every record of a batch. Articles that do not say their language get `default_language`.
std::vector<ReadItem> read_batch(const Batch& batch, Language default_language);

}  // namespace news
