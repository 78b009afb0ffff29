// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/scale/growth_law.hpp"
#include "bench/scale/measurement.hpp"

#include <string>
#include <vector>

namespace news::bench {

/// A table with a row for each figure, a column for each size, and the exponent with which the
/// figure grows from the first size to the last: 1 where it grows as the number of articles does.
std::string sizes_text(const std::vector<SizeFigures>& figures);

/// How the vocabulary of a collection grows.
struct CollectionGrowth {
  std::string name;
  VocabularyGrowth growth;
};

std::string growth_text(const std::vector<CollectionGrowth>& collections);

}  // namespace news::bench
