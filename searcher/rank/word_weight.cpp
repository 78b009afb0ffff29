// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/rank/word_weight.hpp"

#include <algorithm>
#include <cmath>

namespace news {

WordWeight::WordWeight(const RankingProfile& profile) : profile_(profile) {
  need_stat(COLLECTION_SIZE);
  need_stat(TERMFREQ);
  need_stat(WQF);
  need_stat(WDF);
  need_stat(WDF_MAX);
  need_stat(DOC_LENGTH);
  need_stat(DOC_LENGTH_MIN);
  need_stat(AVERAGE_LENGTH);
}

double WordWeight::saturation(const RankingProfile& profile, double occurrences,
                              double relative_length) {
  const double length = std::max(relative_length, profile.length_floor);
  return occurrences * (profile.k1 + 1) /
         (occurrences + profile.k1 * (1 - profile.b + profile.b * length));
}

double WordWeight::idf(Xapian::doccount articles, Xapian::doccount with_word) {
  const double all = std::max(articles, with_word);
  return std::log((all + 1) / std::max(with_word, Xapian::doccount{1}));
}

WordWeight* WordWeight::clone() const {
  return new WordWeight(profile_);  // Xapian owns it
}

std::string WordWeight::name() const { return "news::WordWeight"; }

void WordWeight::init(double factor) {
  term_weight_ =
      factor * get_wqf() * idf(get_collection_size(), get_termfreq()) * (profile_.k1 + 1);
  const double average = get_average_length();
  average_inverse_ = average > 0 ? 1 / average : 0;
}

double WordWeight::get_sumpart(Xapian::termcount occurrences, Xapian::termcount length,
                               Xapian::termcount /*distinct*/) const {
  const double relative_length = std::max(length * average_inverse_, profile_.length_floor);
  const double tf = occurrences;
  return term_weight_ *
         (tf / (tf + profile_.k1 * (relative_length * profile_.b + (1 - profile_.b))));
}

/// More occurrences are worth more even in an article of nothing else.
double WordWeight::get_maxpart() const {
  const Xapian::termcount occurrences = get_wdf_upper_bound();
  if (occurrences == 0) return 0;
  return get_sumpart(occurrences, std::max(get_doclength_lower_bound(), occurrences), 0);
}

double WordWeight::get_sumextra(Xapian::termcount /*length*/,
                                Xapian::termcount /*distinct*/) const {
  return 0;
}

double WordWeight::get_maxextra() const { return 0; }

Xapian::BM25PlusWeight servers_word_weight(const RankingProfile& profile) {
  // Repeated words count as often as they are repeated: that is what k3 comes to when it is large.
  constexpr double k3 = 1e15;
  return {profile.k1, 0, k3, profile.b, profile.length_floor, 0};
}

}  // namespace news
