// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/facet/facet.hpp"
#include "searcher/match/search_request.hpp"
#include "searcher/match/search_result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace news {

/// What the screen is to show, besides what the command line says.
struct Question {
  std::uint64_t number = 0;     ///< ascending
  std::string query;            ///< as typed
  std::vector<Filter> filters;  ///< that were chosen
  SortOrder sort = SortOrder::relevance;
  std::size_t limit = 0;     ///< so many hits
  bool with_counts = false;  ///< and what can be chosen
};

/// The hits for a question, or why there are none.
struct Answer {
  std::uint64_t number = 0;  ///< of the question
  SearchResult result;
  std::string glance;   ///< instead of hits where nothing was asked: what the index holds
  std::string widened;  ///< what was searched for instead of a word that is not yet whole
  std::string error;    ///< for people; empty for none
};

/// The values that a question's matches have, to choose from.
struct FilterChoices {
  std::uint64_t number = 0;  ///< of the question
  std::vector<Facet> facets;
  std::optional<std::uint64_t> total;  ///< matching articles, where they were all counted
};

using Reply = std::variant<Answer, FilterChoices>;

}  // namespace news
