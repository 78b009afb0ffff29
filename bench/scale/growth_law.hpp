// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace news::bench {

/// y = factor * x^exponent.
struct PowerLaw {
  double factor = 0;
  double exponent = 0;

  double at(double x) const;
};

struct Point {
  double x = 0;
  double y = 0;
};

/// By least squares of the logarithms. At least two points, all above 0, not all of one x.
PowerLaw fit_power_law(const std::vector<Point>& points);

/// Counts the words of texts and how many different ones there are: Heaps' law.
class VocabularyGrowth {
 public:
  /// Words are runs of letters and digits of ASCII, without regard to case.
  void add(std::string_view text);

  std::uint64_t words() const { return words_; }
  std::uint64_t vocabulary() const { return vocabulary_.size(); }

  /// Heaps' law from 8,000 words on; smaller numbers follow another one.
  PowerLaw law() const;

 private:
  void add_word(std::string word);

  std::uint64_t words_ = 0;
  std::uint64_t next_point_ = 8000;
  std::unordered_set<std::string> vocabulary_;
  std::vector<Point> points_;  ///< whenever the number of words has doubled
};

}  // namespace news::bench
