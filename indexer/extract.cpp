// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract.hpp"

#include "indexer/build/batch_source.hpp"
#include "indexer/build/ordered_pool.hpp"
#include "news/cli/article_json.hpp"

#include <variant>

namespace news {

namespace {

/// What a record became: a line of JSON, or why there is none. Nothing for one without news.
using Extracted = std::vector<std::variant<std::monostate, std::string, BadRecord>>;

Extracted extract_batch(const Batch& batch, Language default_language) {
  Extracted out;
  for (ReadItem& item : read_batch(batch, default_language)) {
    if (item.records.empty()) out.emplace_back();
    for (Record& record : item.records) {
      if (const auto* article = std::get_if<Article>(&record)) {
        out.emplace_back(to_json_line(*article));
      } else {
        out.emplace_back(std::get<BadRecord>(std::move(record)));
      }
    }
  }
  return out;
}

}  // namespace

ExtractSummary extract_articles(const ExtractSettings& settings,
                                const std::function<void(const std::string& line)>& write,
                                const std::function<void(const BadRecord& record)>& complain,
                                const std::atomic<bool>& stop) {
  BatchSource source(SourceWalk(settings.paths, {}),
                     {.format = settings.format,
                      .columns = settings.columns,
                      .unpack = settings.unpack,
                      .stop = &stop},
                     {});
  OrderedPool<Batch, Extracted> pool(
      settings.threads, 2 * settings.threads + 2,
      [&](const Batch& batch) { return extract_batch(batch, settings.default_language); });
  ExtractSummary summary;
  const auto hand_over = [&](const Extracted& extracted) {
    for (const auto& entry : extracted) {
      if (const auto* line = std::get_if<std::string>(&entry)) {
        ++summary.articles;
        write(*line);
      } else if (const auto* bad = std::get_if<BadRecord>(&entry)) {
        ++summary.unreadable;
        complain(*bad);
      } else {
        ++summary.passed_over;
      }
    }
  };
  while (!stop) {
    auto batch = source.next();
    if (!batch) break;
    while (auto out = pool.full() ? pool.next() : pool.ready()) hand_over(*out);
    pool.submit(std::move(*batch));
  }
  while (auto out = pool.next()) hand_over(*out);
  summary.interrupted = stop;
  return summary;
}

}  // namespace news
