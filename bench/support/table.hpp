// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace news::bench {

/// A table of text. Rows may be shorter than the heading.
struct Table {
  std::vector<std::string> heading;
  std::vector<std::vector<std::string>> rows = {};
  std::set<std::size_t> words = {0};  ///< columns that hold words; the others hold figures
};

/// The table as lines, its columns as wide as what they hold and two spaces apart, words flush left
/// and figures flush right. No spaces at the ends of lines.
std::string format_table(const Table& table);

/// A figure with so many decimals, or "-" for one that is not above 0: what was not measured.
std::string figure(double value, int decimals);

}  // namespace news::bench
