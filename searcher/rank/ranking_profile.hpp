// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// How the parts of a score are weighed: what makes one hit better than another, as data.
/// docs/ranking.md has the formulae and what each part is worth. A part whose weight is 0 costs
/// nothing. The defaults are those of the profile "default".
struct RankingProfile {
  // Words: BM25.
  double k1 = 1.2;          ///< how soon further occurrences of a word stop counting
  double b = 0.75;          ///< how much longer articles are held to be just wordier: 0 to 1
  double length_floor = 0;  ///< shorter articles count as this part of the average length

  // Parts that only order what the words find. 1 is what the words themselves weigh.
  double title = 0.2;      ///< a word in the title
  double proximity = 0.1;  ///< two words of the query side by side
  double coverage = 0;     ///< a word that occurs at all, however often

  // Feedback: words that the best articles have in common.
  double feedback_weight = 0.3;  ///< their share of the query: 0, which is none, to below 1
  double feedback_articles = 5;  ///< how many of the best are looked at
  double feedback_terms = 20;    ///< how many words are taken at most
  double feedback_spread = 1.5;  ///< an article so many points behind the best counts 1/e

  // Recency; none unless asked for, because an archive is not about today.
  double recency = 0;                  ///< what an article of today has, beside its words
  double recency_half_life_days = 30;  ///< after which half of that is left

  bool has_feedback() const { return feedback_weight > 0 && feedback_terms > 0; }

  /// Whether anything but the words counts.
  bool reranks() const {
    return title > 0 || proximity > 0 || coverage > 0 || has_feedback() || recency > 0;
  }

  bool operator==(const RankingProfile&) const = default;
};

/// Reads a profile: `name = value` a line, the names those above, "#" before a comment. What is not
/// named is as in the default. `source` is what errors call it. Throws InputError, with the line,
/// for a name that is none, one that is given twice and a value that is none or out of bounds.
RankingProfile parse_ranking_profile(std::string_view text, const std::string& source);

/// The profile that --rank names: a built-in one, else a file. Throws InputError.
RankingProfile load_ranking_profile(const std::string& name_or_file);

/// The parameters with their bounds and their values in each built-in profile, for people; and
/// "name = value" lines, which parse_ranking_profile reads.
std::string describe_ranking_profiles();
std::string to_text(const RankingProfile& profile);

}  // namespace news
