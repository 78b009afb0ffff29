// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/match/searcher.hpp"
#include "tests/support/temporary_folder.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace news::test {

/// An index of a few invented articles, built as news-index builds one. Files are JSON Lines; each
/// call of `add` is a run of its own over the folder they are in, and makes a segment.
class SmallIndex {
 public:
  explicit SmallIndex(const std::vector<std::string>& lines = {}) { add("news.jsonl", lines); }

  /// Writes a file of articles, one a line, and brings the index up to date with it.
  void add(std::string_view file, const std::vector<std::string>& lines);

  std::filesystem::path path() const { return folder_ / "news.idx"; }

  /// A new searcher, for which today is 20 November 2005.
  Searcher searcher() const { return Searcher({path()}, today); }

  /// The ids of the hits, joined by spaces, the best first.
  std::string ids(const SearchRequest& request) const;
  std::string ids(std::string_view query) const;

  static constexpr std::chrono::sys_days today{std::chrono::year(2005) / std::chrono::November /
                                               20};

 private:
  TemporaryFolder folder_;
};

/// A request for the first ten hits of a query.
SearchRequest request_for(std::string_view query);

/// The ids of hits, joined by spaces.
std::string ids_of(const SearchResult& result);

/// An article as a line of JSON: `fields` are more members of the object, as JSON.
std::string article(std::string_view id, std::string_view title, std::string_view body,
                    std::string_view fields = {});

}  // namespace news::test
