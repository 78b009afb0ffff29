// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>

namespace news {

/// A word of a query that makes one hit better than another: free text, of no field, not excluded
/// and no stop word that was left out.
struct QueryWord {
  std::string term;             ///< as it is
  std::set<std::string> stems;  ///< in the languages of the index, without prefix; may be empty
  bool adjoins = false;         ///< stands right behind the word before it
};

}  // namespace news
