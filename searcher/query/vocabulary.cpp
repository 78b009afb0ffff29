// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/vocabulary.hpp"

#include <algorithm>
#include <utility>

namespace news {

void Vocabulary::Walk::skip_to(std::string_view term) {
  at_ = std::lower_bound(at_, end_, term, [](const Entry& entry, std::string_view sought) {
    return entry.term < sought;
  });
}

const std::vector<Vocabulary::Entry>& Vocabulary::beginning_with(const std::string& prefix) {
  const auto known = known_.find(prefix);
  if (known != known_.end()) return known->second;
  std::vector<Entry> entries;
  const auto end = database_.allterms_end(prefix);
  for (auto term = database_.allterms_begin(prefix); term != end; ++term) {
    entries.push_back({*term, term.get_termfreq()});
  }
  return known_[prefix] = std::move(entries);
}

}  // namespace news
