// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/facet/calendar_span.hpp"
#include "searcher/facet/facet.hpp"
#include "searcher/match/accepted_articles.hpp"
#include "searcher/query/tree.hpp"
#include "searcher/rank/ranking_profile.hpp"
#include "searcher/snippet/snippet_maker.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace news {

enum class SortOrder : std::uint8_t { relevance, newest, oldest };

/// What becomes of articles that tell the story of another: every one is a hit; one stands for all;
/// or only stories are hits that several articles tell.
enum class Duplicates : std::uint8_t { show, hide, only };

/// A condition from an option, such as --outlet: the text of a field.
struct Filter {
  SearchField field = SearchField::outlet;
  std::string text;

  friend bool operator==(const Filter&, const Filter&) = default;
};

/// One search.
struct SearchRequest {
  std::string query;                ///< in the query language; may be empty if there are filters
  std::string like_id;              ///< only what is like the article with this id; empty for all
  std::vector<Filter> filters;      ///< of one field: any of them; of several fields: all
  std::vector<Filter> narrowed_by;  ///< the same again: what passes must pass these, too
  AcceptArticle accept;             ///< only articles that it takes; empty for all
  bool require_all = false;         ///< every word must match
  SortOrder sort = SortOrder::relevance;
  Duplicates duplicates = Duplicates::show;
  std::size_t offset = 0;
  std::size_t limit = 10;
  bool count_exactly = false;         ///< the total is to be exact, however long it takes
  bool with_snippets = true;          ///< snippets, and highlights of titles
  bool with_suggestion = true;        ///< another spelling is looked for where it may help
  bool with_body_highlights = false;  ///< what matched in bodies, up to 1 MiB
  std::size_t snippet_columns = SnippetMaker::usual_columns;  ///< 0 for highlights alone
  std::vector<FacetField> facets;                             ///< what to count all matches by
  std::size_t facet_limit = 10;                               ///< values of each
  std::optional<TimeUnit> timeline;                           ///< what to count them over time by
  RankingProfile ranking;                                     ///< when sorted by relevance
  bool explain = false;                                       ///< say what each score is made of
  std::stop_token stop;                                       ///< ends the search early

  bool counts_all() const { return !facets.empty() || timeline.has_value(); }
};

}  // namespace news
