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
  const double without = static_cast<double>(articles) - static_cast<double>(with_word);
  return std::log(1 + (std::max(without, 0.0) + 0.5) / (static_cast<double>(with_word) + 0.5));
}

WordWeight* WordWeight::clone() const {
  return new WordWeight(profile_);  // Xapian owns it
}

std::string WordWeight::name() const { return "news::WordWeight"; }

void WordWeight::init(double factor) {
  idf_ = factor * get_wqf() * idf(get_collection_size(), get_termfreq());
  const double average = get_average_length();
  average_inverse_ = average > 0 ? 1 / average : 0;
}

double WordWeight::get_sumpart(Xapian::termcount occurrences, Xapian::termcount length,
                               Xapian::termcount /*distinct*/) const {
  const double tf = std::max<Xapian::termcount>(occurrences, 1);
  return idf_ * saturation(profile_, tf, length * average_inverse_);
}

/// More occurrences are worth more even in an article of nothing else.
double WordWeight::get_maxpart() const {
  const Xapian::termcount occurrences = std::max<Xapian::termcount>(get_wdf_upper_bound(), 1);
  // Where a word counts 0, the article need not be as long as the number of its occurrences.
  const Xapian::termcount shortest = get_wdf_upper_bound() == 0
                                         ? get_doclength_lower_bound()
                                         : std::max(get_doclength_lower_bound(), occurrences);
  return get_sumpart(occurrences, shortest, 0);
}

double WordWeight::get_sumextra(Xapian::termcount /*length*/,
                                Xapian::termcount /*distinct*/) const {
  return 0;
}

double WordWeight::get_maxextra() const { return 0; }

}  // namespace news
