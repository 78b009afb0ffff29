// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

namespace news {

/// Tells how many articles have each of many terms. Where parts of the index are on other machines,
/// these are asked for all terms at once rather than for one after the other, and what they said is
/// kept. For one state of the index.
class TermFrequencies {
 public:
  TermFrequencies() = default;
  TermFrequencies(Xapian::Database database, bool elsewhere)
      : database_(std::move(database)), elsewhere_(elsewhere) {}

  /// In the order of the terms.
  std::vector<Xapian::doccount> of(const std::vector<std::string>& terms);
  Xapian::doccount of(const std::string& term);

 private:
  void ask(const std::vector<std::string>& terms);

  Xapian::Database database_;
  bool elsewhere_ = false;
  std::unordered_map<std::string, Xapian::doccount> known_;
};

}  // namespace news
