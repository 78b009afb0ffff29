// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/ranking/contestant.hpp"
#include "bench/support/process.hpp"
#include "searcher/match/searcher.hpp"

namespace news::bench {

namespace fs = std::filesystem;

namespace {

/// The index of a collection; built now if it is not there.
fs::path index_of(const Collection& collection, const fs::path& folder) {
  const fs::path index = folder / "news.idx";
  if (!fs::exists(index)) {
    measure({.words = {NEWS_INDEX_PROGRAM, "--quiet", "--index", index.string(),
                       collection.documents_file.string()},
             .log = folder / "news-index.log"});
  }
  return index;
}

}  // namespace

RankingContestant news_contestant(const std::string& profile) {
  SearchRequest request;
  request.ranking = load_ranking_profile(profile);
  request.limit = ranked_depth;
  request.with_snippets = false;
  const auto run = [request](const Collection& collection, const fs::path& work) mutable {
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    Searcher searcher({index_of(collection, work.parent_path())}, today);
    Run ranked;
    for (const Topic& topic : collection.topics) {
      request.query = topic.text;
      for (const Hit& hit : searcher.search(request).hits) {
        ranked[topic.id].push_back(display_id(hit.article));
      }
    }
    return ranked;
  };
  return {"news-search " + fs::path(profile).filename().string(), run};
}

}  // namespace news::bench
