// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/rank/score_parts.hpp"

#include "news/index/schema.hpp"

#include <algorithm>
#include <cmath>

#include <xapian.h>

namespace news {

void add_part(RankedMatch& match, std::string_view name, double score) {
  match.score += score;
  const auto found = std::find_if(match.parts.begin(), match.parts.end(),
                                  [name](const ScorePart& part) { return part.name == name; });
  if (found == match.parts.end()) {
    match.parts.push_back({name, score});
  } else {
    found->score += score;
  }
}

double without_noise(double score) {
  constexpr double steps = 1U << 30U;
  return std::round(score * steps) / steps;
}

void sort_best(std::vector<RankedMatch>& matches, std::size_t depth) {
  const auto end = matches.begin() + static_cast<std::ptrdiff_t>(std::min(matches.size(), depth));
  std::for_each(matches.begin(), end,
                [](RankedMatch& match) { match.score = without_noise(match.score); });
  std::stable_sort(matches.begin(), end,
                   [](const RankedMatch& a, const RankedMatch& b) { return a.score > b.score; });
}

std::vector<std::string> forms_of(const QueryWord& word) {
  if (word.stems.empty()) return {word.term};
  std::vector<std::string> forms;
  for (const std::string& stem : word.stems) forms.push_back(schema::term(schema::stem, stem));
  return forms;
}

std::vector<std::string> title_forms_of(const QueryWord& word) {
  std::vector<std::string> forms{schema::term(schema::title, word.term)};
  for (const std::string& stem : word.stems) {
    forms.push_back(schema::term(schema::title_stem, stem));
  }
  return forms;
}

double recency_share(const std::string& published, std::chrono::sys_days today,
                     const RankingProfile& profile) {
  constexpr double day_seconds = 86400;
  if (published.empty()) return 0;
  const auto this_day = static_cast<double>(today.time_since_epoch().count());
  const double day = std::floor(Xapian::sortable_unserialise(published) / day_seconds);
  if (day > this_day + 1) return 0;  // a day ahead may be another time zone
  return std::exp2(-std::max(this_day - day, 0.0) / profile.recency_half_life_days);
}

}  // namespace news
