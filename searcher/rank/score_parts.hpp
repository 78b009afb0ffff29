// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/query/query_word.hpp"
#include "searcher/rank/ranked_match.hpp"
#include "searcher/rank/ranking_profile.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// What is the same however the parts of a score are found.
namespace news {

/// Adds to a part of a match's score.
void add_part(RankedMatch& match, std::string_view name, double score);

/// A score without what differs by the order in which parts of it were added up, which depends on
/// how the index is divided: what is equally good is equal then.
double without_noise(double score);

/// Takes the noise from the scores of the first `depth` matches and brings them into the order of
/// these; equal ones stay in theirs.
void sort_best(std::vector<RankedMatch>& matches, std::size_t depth);

/// The terms that the index has of a word: of its stems, or of the word itself if it has none.
std::vector<std::string> forms_of(const QueryWord& word);

/// Those of the word in a title.
std::vector<std::string> title_forms_of(const QueryWord& word);

/// What is left of the weight of recency for an article with this value of schema::published_slot:
/// half of it with every half-life; 0 for one without a date, or with one to come.
double recency_share(const std::string& published, std::chrono::sys_days today,
                     const RankingProfile& profile);

}  // namespace news
