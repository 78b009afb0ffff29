// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/query_terms.hpp"

namespace news {

int QueryTerms::word_of(const Token& token) const {
  if (const auto found = terms_.find(token.term); found != terms_.end()) return found->second;
  const auto found = token.stem.empty() ? stems_.end() : stems_.find(token.stem);
  return found == stems_.end() ? -1 : found->second;
}

}  // namespace news
