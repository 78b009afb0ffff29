// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/article.hpp"
#include "news/index/open.hpp"
#include "searcher/facet/facet.hpp"
#include "searcher/facet/timeline.hpp"
#include "searcher/rank/ranked_match.hpp"
#include "searcher/snippet/snippet.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace news {

/// Another article with the story of a hit; it need not match.
struct Duplicate {
  std::string id;
  std::string outlet;  ///< empty if it is not known
};

/// A matching article.
struct Hit {
  std::uint64_t rank = 0;  ///< from 1 for the best, whatever the offset
  double score = 0;
  std::vector<ScorePart> score_parts;  ///< add up to the score; empty unless asked for
  Article article;
  std::vector<ByteRange> title_highlights;
  std::vector<ByteRange> body_highlights;  ///< only where the request asks for them
  Snippet snippet;
  std::vector<Duplicate> duplicates;  ///< only where the request hides them
};

/// What a search gives.
struct SearchResult {
  std::string query;                         ///< as typed
  std::string read_as;                       ///< as understood, in the query language
  std::vector<std::string> read_as_outline;  ///< the same as lines, groups indented
  std::vector<std::string> notes;  ///< lines for the user: how something was read differently
  std::vector<std::string>
      feedback;             ///< terms of the best articles that ranked, if to be explained
  std::string suggestion;   ///< the query with its words spelled as the index does, or empty
  std::uint64_t total = 0;  ///< matching articles; with Duplicates::only the stories
  bool total_is_exact = true;
  double seconds = 0;
  std::vector<MissingShard> missing;  ///< parts of the index that were not searched
  std::vector<Hit> hits;
  std::vector<Facet> facets;  ///< in the order of the request
  std::optional<Timeline> timeline;
};

}  // namespace news
