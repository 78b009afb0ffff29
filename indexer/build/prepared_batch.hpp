// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/batch.hpp"
#include "indexer/build/inversion/inverted_batch.hpp"
#include "indexer/build/segment_dictionary.hpp"
#include "news/index/shard_share.hpp"

#include <cstdint>
#include <vector>

namespace news {

/// A batch that is ready to be put behind the others.
struct PreparedBatch {
  std::vector<ReadItem> items;  ///< articles reduced to their origins
  std::vector<FinishedSource> finished;
  std::vector<SourceState> touched;
  InvertedBatch inverted;
  std::uint64_t input_bytes = 0;  ///< of its records
};

struct PrepareSettings {
  Language default_language;    ///< see read_batch
  bool compress_terms = false;  ///< see Inverter
  ShardShare share = {};        ///< of the articles that are kept
};

/// Everything about a batch that does not depend on the others: its records are parsed, its
/// articles analysed, compressed and inverted. May run on several threads at once.
PreparedBatch prepare_batch(Batch batch, const PrepareSettings& settings,
                            const SegmentDictionary& dictionary);

}  // namespace news
