// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/rank/recency_source.hpp"

#include "news/index/schema.hpp"

#include <algorithm>
#include <cmath>

namespace news {

RecencySource::RecencySource(const Decay& decay)
    : ValuePostingSource(schema::published_slot), decay_(decay) {}

RecencySource* RecencySource::clone() const { return new RecencySource(decay_); }  // Xapian owns it

std::string RecencySource::name() const { return "news::RecencySource"; }

void RecencySource::init(const Xapian::Database& database) {
  ValuePostingSource::init(database);
  set_maxweight(decay_.weight);
}

double RecencySource::get_weight() const {
  constexpr double day_seconds = 86400;
  const double published_day = Xapian::sortable_unserialise(get_value()) / day_seconds;
  const double tomorrow = static_cast<double>(decay_.today.time_since_epoch().count()) + 1;
  const double age_days = std::max(std::floor(tomorrow - published_day), 0.0);
  if (published_day >= tomorrow + 1) return 0;  // a day ahead may be another time zone
  return decay_.weight * std::exp2(-age_days / decay_.half_life_days);
}

}  // namespace news
