// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/prepared_batch.hpp"

#include "indexer/build/composer.hpp"
#include "news/article/identity.hpp"

#include <optional>
#include <string_view>
#include <utility>

namespace news {

namespace {

/// Higher levels make term lists no smaller: they hold little that repeats itself.
constexpr int deflate_level = 1;

/// What a thread keeps from one batch to the next.
struct Workbench {
  Composer composer;
  ArticleCompressor compressor;
  Inverter inverter{0};
  Inverter compressing_inverter{deflate_level};
  DocumentBatch documents;
};

/// Leaves the articles of a share, and what could not be read.
void keep_share(ReadItem& item, const ShardShare& share) {
  if (share.is_all()) return;
  item.elsewhere = std::erase_if(item.records, [&share](const Record& record) {
    const auto* article = std::get_if<Article>(&record);
    return article != nullptr && !share.holds(identity_of(*article));
  });
}

}  // namespace

PreparedBatch prepare_batch(Batch batch, const PrepareSettings& settings,
                            const SegmentDictionary& dictionary) {
  thread_local std::optional<Workbench> kept;
  if (!kept) kept.emplace();
  Workbench& bench = *kept;
  Inverter& inverter = settings.compress_terms ? bench.compressing_inverter : bench.inverter;
  PreparedBatch prepared;
  prepared.input_bytes = input_bytes(batch);
  prepared.items = read_batch(batch, settings.default_language);
  prepared.finished = std::move(batch.finished);
  prepared.touched = std::move(batch.touched);
  batch = {};
  bench.documents.clear();
  bench.composer.start(bench.documents);
  for (ReadItem& item : prepared.items) {
    keep_share(item, settings.share);
    for (Record& record : item.records) {
      auto* article = std::get_if<Article>(&record);
      if (article == nullptr) continue;
      const bool added = bench.composer.add(*article);
      Origin origin = std::move(article->origin);
      if (added) {
        record = Article();
        std::get<Article>(record).origin = std::move(origin);
      } else {
        record = BadRecord{std::move(origin), "more distinct words than a document can have"};
      }
    }
  }
  prepared.inverted = inverter.invert(bench.documents);
  // Last, as the dictionary may still be in the making.
  const ArticleDictionary* const shared = dictionary.get();
  prepared.inverted.change_data(
      [&](std::string_view record) { return bench.compressor.compress(record, shared); });
  // One huge record must not hold its memory for the rest of the run.
  constexpr std::uint64_t usual_bytes = std::uint64_t{4} * 1024 * 1024;
  if (prepared.input_bytes > usual_bytes) kept.reset();
  return prepared;
}

}  // namespace news
