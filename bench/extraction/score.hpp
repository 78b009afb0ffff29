// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/extraction/collection.hpp"
#include "bench/extraction/shingles.hpp"
#include "news/article/article.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace news::bench {

/// How often something was right of the times that it is known.
struct Share {
  std::size_t right = 0;
  std::size_t known = 0;

  void add(bool is_right) {
    ++known;
    right += is_right ? 1U : 0U;
  }
  double value() const {
    return known == 0 ? 0 : static_cast<double>(right) / static_cast<double>(known);
  }
};

/// What was right of one page; nothing for what is not known of it.
struct PageScore {
  Overlap body;
  std::optional<bool> title;      ///< the same but for white space
  std::optional<bool> published;  ///< the same day, on the clock that either gives
  std::optional<bool> author;     ///< at least one of them
};

PageScore score_page(const TruePage& truth, const Article& article);

struct CollectionScore {
  OverlapMean body;
  Share title;
  Share published;
  Share author;

  void add(const PageScore& page);
};

}  // namespace news::bench
