// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/article_compressor.hpp"
#include "indexer/build/batch.hpp"

#include <future>
#include <memory>

namespace news {

/// The dictionary with which a segment's articles are compressed. It is made from the first records
/// of the segment's first batch, beside other work, and so depends on nothing else.
class SegmentDictionary {
 public:
  /// Begins to make it: on a thread of its own if `parallel`, else in the first call of get.
  SegmentDictionary(const Batch& first, Language default_language, bool parallel);

  /// Waits for the dictionary; null if there is none. From any thread. Throws what making it threw.
  const ArticleDictionary* get() const;

 private:
  std::shared_future<std::shared_ptr<const ArticleDictionary>> made_;
};

}  // namespace news
