// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/segment_dictionary.hpp"

#include "indexer/build/begin_work.hpp"
#include "news/article/stored_article.hpp"

#include <string>
#include <utility>
#include <vector>

namespace news {

namespace {

/// Input that holds as much text as a dictionary is made from, in most formats. With less in all, a
/// dictionary takes more room than it saves, and small segments come and stay in great numbers:
/// merging keeps the dictionaries of all.
constexpr std::size_t sample_bytes_of_input = std::size_t{256} * 1024;

/// The first records of a batch, none of one that is too small; they are read twice, here and in
/// their batch.
Batch first_records(const Batch& batch) {
  Batch sample;
  if (input_bytes(batch) < sample_bytes_of_input) return sample;
  std::size_t bytes = 0;
  for (const BatchItem& item : batch.items) {
    const std::size_t more = item.raw.bytes.size();
    if (bytes + more > sample_bytes_of_input) continue;
    bytes += more;
    sample.items.push_back(item);
  }
  return sample;
}

std::shared_ptr<const ArticleDictionary> made_from(const Batch& sample, Language default_language) {
  std::vector<std::string> records;
  for (const ReadItem& item : read_batch(sample, default_language)) {
    for (const Record& record : item.records) {
      const auto* article = std::get_if<Article>(&record);
      if (article != nullptr) records.push_back(to_stored(*article));
    }
  }
  return ArticleDictionary::made_from(records);
}

}  // namespace

SegmentDictionary::SegmentDictionary(const Batch& first, Language default_language, bool parallel) {
  made_ = begin_work(parallel, [sample = first_records(first), default_language] {
            return made_from(sample, default_language);
          }).share();
}

const ArticleDictionary* SegmentDictionary::get() const {
  const auto made = made_;  // each thread waits on its own
  return made.get().get();
}

}  // namespace news
