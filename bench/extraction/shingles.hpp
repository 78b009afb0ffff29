// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace news::bench {

/// The words of a text as the public article-extraction benchmark has them: runs of letters,
/// digits and underscores. Views into the text.
std::vector<std::string_view> scored_words(std::string_view text);

/// How far an extracted text has what the true one has, by the words' 4-word shingles. A text of
/// fewer words has one shingle, of what it has; one without words has none.
struct Overlap {
  std::optional<double> precision;  ///< nothing if no words were extracted
  std::optional<double> recall;     ///< nothing if there are none to extract
  bool exact = false;               ///< the same words in the same order
};

Overlap overlap(std::string_view truth, std::string_view extracted);

/// Means over pages. F1 is the harmonic mean of the two means, as in the public benchmark.
class OverlapMean {
 public:
  void add(const Overlap& page);

  std::size_t pages() const { return pages_; }
  double precision() const { return mean(precision_, with_precision_); }
  double recall() const { return mean(recall_, with_recall_); }
  double exact() const { return mean(static_cast<double>(exact_), pages_); }
  double f1() const;

 private:
  static double mean(double sum, std::size_t count) {
    return count == 0 ? 0 : sum / static_cast<double>(count);
  }

  double precision_ = 0;
  double recall_ = 0;
  std::size_t with_precision_ = 0;
  std::size_t with_recall_ = 0;
  std::size_t exact_ = 0;
  std::size_t pages_ = 0;
};

}  // namespace news::bench
