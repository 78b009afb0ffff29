// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

#include <xapian.h>

namespace news {

/// How new an article is, as a weight: `weight` for one that is published now, half of that for one
/// a half-life older, and so on. Articles without a date, or with one to come, get nothing.
class RecencySource : public Xapian::ValuePostingSource {
 public:
  struct Decay {
    double weight = 0;
    double half_life_days = 0;  ///< above 0
    std::chrono::sys_days today;
  };

  explicit RecencySource(const Decay& decay);

  RecencySource* clone() const override;
  std::string name() const override;
  double get_weight() const override;
  void init(const Xapian::Database& database) override;

 private:
  Decay decay_;
};

}  // namespace news
