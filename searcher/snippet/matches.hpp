// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/base/byte_range.hpp"
#include "news/text/analyzer.hpp"
#include "searcher/query/query_terms.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace news {

/// A place in a text that the query asks for: a word in any of its forms, or the words of a
/// quotation as they stand together.
struct Match {
  ByteRange range;
  int word = 0;  ///< its number in QueryTerms
};

/// Finds matches. For one thread.
class MatchFinder {
 public:
  /// The matches in `text`, ascending and apart from each other; of two that begin together the
  /// longer one. The text is analysed as it was for the index, but for the words whose first letter
  /// says that they cannot match.
  std::vector<Match> find(std::string_view text, Language language, const QueryTerms& terms);

 private:
  Analyzer analyzer_;
  std::string masked_;  ///< kept for its memory
};

}  // namespace news
