// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

namespace news {

/// How many matching articles have each content of a slot. Those without any are not in it.
using SlotCounts = std::unordered_map<std::string, std::uint64_t>;

/// All matches of a query, counted.
struct ValueCounts {
  std::uint64_t matches = 0;
  std::map<Xapian::valueno, SlotCounts> slots;  ///< one for each slot that was asked for
};

/// What is counted.
struct CountSettings {
  std::vector<Xapian::valueno> slots;
  /// Several documents with one identity are one article: the first one counts.
  bool once_per_identity = false;
  /// Parts of the index are on other machines. Then every document counts.
  bool elsewhere = false;
  std::stop_token stop;  ///< ends the count early
};

/// Counts every match, so the numbers are exact. Takes time in the number of matches and slots:
/// slots are read in the order of the documents, so each of their bytes is looked at once at most.
/// Xapian's errors pass through; throws SearchStopped.
ValueCounts count_values(const Xapian::Database& database, const Xapian::Query& query,
                         const CountSettings& settings);

}  // namespace news
