// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/scale/growth_law.hpp"

#include "news/base/ascii.hpp"

#include <cmath>
#include <utility>

namespace news::bench {

double PowerLaw::at(double x) const { return factor * std::pow(x, exponent); }

PowerLaw fit_power_law(const std::vector<Point>& points) {
  const auto count = static_cast<double>(points.size());
  double mean_x = 0;
  double mean_y = 0;
  for (const Point& point : points) {
    mean_x += std::log(point.x) / count;
    mean_y += std::log(point.y) / count;
  }
  double covariance = 0;
  double variance = 0;
  for (const Point& point : points) {
    const double x = std::log(point.x) - mean_x;
    covariance += x * (std::log(point.y) - mean_y);
    variance += x * x;
  }
  const double exponent = covariance / variance;
  return {.factor = std::exp(mean_y - exponent * mean_x), .exponent = exponent};
}

void VocabularyGrowth::add(std::string_view text) {
  std::string word;
  for (const char c : text) {
    if (ascii::is_alnum(c)) {
      word.push_back(ascii::to_lower(c));
    } else if (!word.empty()) {
      add_word(std::exchange(word, {}));
    }
  }
  if (!word.empty()) add_word(std::move(word));
}

void VocabularyGrowth::add_word(std::string word) {
  vocabulary_.insert(std::move(word));
  if (++words_ < next_point_) return;
  points_.push_back({static_cast<double>(words_), static_cast<double>(vocabulary_.size())});
  next_point_ *= 2;
}

PowerLaw VocabularyGrowth::law() const {
  std::vector<Point> points = points_;
  points.push_back({static_cast<double>(words_), static_cast<double>(vocabulary_.size())});
  return fit_power_law(points);
}

}  // namespace news::bench
