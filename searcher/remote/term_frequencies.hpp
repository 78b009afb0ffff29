// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

namespace news {

/// Tells how many articles have each of many terms. Where parts of the index are on other machines,
/// these are asked for all terms at once rather than for one after the other.
class TermFrequencies {
 public:
  /// `database` must outlive it.
  TermFrequencies(const Xapian::Database& database, bool elsewhere)
      : database_(database), elsewhere_(elsewhere) {}

  /// In the order of the terms.
  std::vector<Xapian::doccount> of(const std::vector<std::string>& terms) const;

 private:
  const Xapian::Database& database_;
  bool elsewhere_;
};

}  // namespace news
